"use client";

import { createContext, useContext } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { findFlow } from "#flows/editing/locate.ts";
import type { NameOption } from "../templates/name-completion.ts";
import { listVariables, toEntryType, toKnownNames, type VariableEntry } from "./list-variables.ts";
import { variableMessages } from "./messages.ts";

/** Where names are looked up: a flow, and the node that reads them (null: the flow's own settings). */
export type VariablePlace = { readonly flowId: string; readonly nodeId: string | null };

export const VariablePlaceContext = createContext<VariablePlace | null>(null);

export function useVariablePlace(): VariablePlace {
  const place = useContext(VariablePlaceContext);
  if (place === null) throw new Error("variables outside of a flow");
  return place;
}

const NO_VARIABLES: readonly never[] = [];

export function useKnownNames(): ReadonlySet<string> {
  const { flowId } = useVariablePlace();
  return toKnownNames(useBuilder((state) => findFlow(state.bundle, flowId)?.variables ?? NO_VARIABLES));
}

/** Worked out when a picker opens, not while somebody types. */
export function useListEntries(): () => readonly VariableEntry[] {
  const store = useBuilderStore();
  const { flowId, nodeId } = useVariablePlace();
  return () => {
    const flow = findFlow(store.getState().bundle, flowId);
    return flow === null ? [] : listVariables(flow, nodeId);
  };
}

/** The names as completions show them. */
export function useListNames(): () => readonly NameOption[] {
  const listEntries = useListEntries();
  const t = useTexts(variableMessages);
  return () =>
    listEntries().map((entry) => ({
      name: entry.name,
      detail:
        entry.origin === "flow"
          ? (entry.variable.description ?? t.types[toEntryType(entry)])
          : t.builtIn[entry.name],
      isNear: entry.origin === "flow" && entry.isUpstream,
    }));
}
