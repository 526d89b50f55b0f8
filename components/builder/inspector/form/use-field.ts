"use client";

import { useCallback, useMemo } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { updateNode } from "#flows/editing/locate.ts";
import type { Json } from "#flows/kernel/json.ts";
import type { Problem } from "#flows/kernel/problem.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { getAt, toTextKey } from "./config-path.ts";
import { dropDeadWires } from "./drop-dead-wires.ts";
import { findNode, listProblemsOf } from "./node-index.ts";
import { type NodeScope, useNodeScope } from "./node-scope.ts";
import { type FieldSchema, schemaAt } from "./schema-at.ts";
import { setField } from "./set-field.ts";
import { toPlainReason } from "./to-plain-reason.ts";

type EditConfig = (path: string, value: Json | undefined, step?: "step") => void;

/** Writes fields of this node's config. Typing in one field is one step of undo; adding and moving items is a step each time. */
export function useConfigEdit(): EditConfig {
  const store = useBuilderStore();
  const { flowId, nodeId, definition } = useNodeScope();
  return useCallback(
    (path, value, step) =>
      store.getState().edit(
        (bundle) => {
          const place = { flowId, nodeId };
          const changed = updateNode(bundle, place, (node) => {
            const config = setField(node.config, definition.config, { path, value });
            return config === node.config ? node : { ...node, config };
          });
          return step ? dropDeadWires(bundle, changed, place) : changed;
        },
        { label: "config", ...(step ? {} : { coalesce: `${flowId}/${nodeId}/${path}` }) },
      ),
    [store, flowId, nodeId, definition],
  );
}

/** What stands at the path; the component is drawn anew only when just that changes. */
export function useConfigValue(path: string): Json | undefined {
  const { flowId, nodeId } = useNodeScope();
  return useBuilder((state) => getAt(findNode(state.bundle, flowId, nodeId)?.config, path));
}

type Field = {
  readonly path: string;
  readonly value: Json | undefined;
  readonly schema: FieldSchema | null;
  readonly fallback: Json | undefined;
  readonly label: string;
  readonly help: string | undefined;
  readonly error: string | null;
  /** Without what is wrong inside, for lists whose items show that themselves. */
  readonly ownError: string | null;
  readonly warning: string | null;
  readonly canEdit: boolean;
  set(value: Json | undefined): void;
};

/** One field with its words, its value and what is wrong with it. */
export function useField(path: string): Field {
  const scope = useNodeScope();
  const value = useConfigValue(path);
  const edit = useConfigEdit();
  const locale = usePreferences((state) => state.locale);
  const canEdit = useBuilder((state) => state.canEdit);
  const error = useBuilder((state) =>
    findProblemText(state.problems, { scope, path, locale, severity: "error" }),
  );
  const warning = useBuilder((state) =>
    findProblemText(state.problems, { scope, path, locale, severity: "warning" }),
  );
  // Where the schema forks, the path's own value does not decide; its surroundings do, and they change seldom.
  const schema = useFieldSchema(path);
  const issue = useMemo(
    () => (value === undefined || schema === null ? null : toPlainReason(schema.schema, value, locale)),
    [schema, value, locale],
  );
  const key = toTextKey(path);
  return {
    path,
    value,
    schema,
    fallback: schema?.fallback,
    label: scope.texts.fields[key] ?? key,
    help: scope.texts.help?.[key],
    error: issue?.text ?? error,
    ownError: issue?.isOwn === false ? error : (issue?.text ?? error),
    warning,
    canEdit,
    set: (next) => edit(path, next),
  };
}

function useFieldSchema(path: string): FieldSchema | null {
  const { flowId, nodeId, definition } = useNodeScope();
  const store = useBuilderStore();
  // Read once a path: an item that becomes another variant is drawn anew under another key.
  return useMemo(
    () => schemaAt(definition.config, path, findNode(store.getState().bundle, flowId, nodeId)?.config),
    [definition, path, store, flowId, nodeId],
  );
}

type Wanted = {
  readonly scope: NodeScope;
  readonly path: string;
  readonly locale: Locale;
  readonly severity: Problem["severity"];
};

function findProblemText(
  problems: readonly Problem[],
  { scope, path, locale, severity }: Wanted,
): string | null {
  const found = listProblemsOf(problems, scope.flowId, scope.nodeId).find(
    (problem) => problem.path === path && problem.severity === severity,
  );
  return found === undefined ? null : toShortText(found, locale);
}

/** Beside its field a problem need not name node and field again. */
export function toShortText(problem: Problem, locale: Locale): string {
  const reason = problem.facts.reason;
  if (typeof reason !== "object" || reason === null) return problem.text[locale];
  const own = Array.isArray(reason) ? undefined : Object.entries(reason).find(([key]) => key === locale)?.[1];
  return typeof own === "string" ? own : problem.text[locale];
}
