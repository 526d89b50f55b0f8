"use client";

import { useRef } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { findFlow } from "#flows/editing/locate.ts";
import type { FlowVariable } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import { whenSchema } from "#flows/nodes/condition/definition.ts";
import { getChild } from "../form/config-path.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useConfigEdit, useConfigValue } from "../form/use-field.ts";
import { toExpression } from "./to-expression.ts";

const NO_VARIABLES: readonly FlowVariable[] = [];
const EMPTY_RULES: Json = { type: "rules", groups: [{ rules: [{ left: "" }] }] };

type Conversion = { readonly canConvert: boolean; toRules(): void; toSource(): void };

/** Changes how a condition is written. Rules come along as an expression where one says the same; going back brings them back. */
export function useConvertRules(path: string): Conversion {
  const { flowId } = useNodeScope();
  const edit = useConfigEdit();
  const value = useConfigValue(path);
  const variables = useBuilder((state) => findFlow(state.bundle, flowId)?.variables ?? NO_VARIABLES);
  const lastRules = useRef<Json>(EMPTY_RULES);
  const lastSource = useRef("");
  const parsed = whenSchema.safeParse(value).data;
  const source =
    parsed?.type === "rules"
      ? toExpression(parsed, new Map(variables.map(({ name, type }) => [name, type])))
      : null;
  return {
    // Rules of which none is begun are not worth a word.
    canConvert: parsed?.type !== "rules" || source !== null || !hasBegun(value),
    toRules: () => {
      lastSource.current = String(getChild(value, "source") ?? "");
      edit(path, lastRules.current, "step");
    },
    toSource: () => {
      lastRules.current = value ?? EMPTY_RULES;
      edit(path, { type: "expression", source: source ?? lastSource.current }, "step");
    },
  };
}

const hasBegun = (value: Json | undefined): boolean => /"left":"[^"]/.test(JSON.stringify(value ?? null));
