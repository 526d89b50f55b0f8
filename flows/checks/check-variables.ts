import type { Reference } from "../kernel/define-node.ts";
import { listVariables } from "../kernel/expression.ts";
import type { FlowSettings, FlowVariable } from "../kernel/flow.ts";
import type { InspectedFlow } from "../kernel/inspect-flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import type { Text } from "../kernel/text.ts";
import { compileTexts } from "../kernel/validate-text.ts";

type Uses = { readonly read: Set<string>; readonly written: Set<string> };

/** Variables that nothing touches, and those that are read though nothing ever fills them. */
export function checkVariables(flow: InspectedFlow, flows: readonly InspectedFlow[]): readonly Problem[] {
  const uses = listUses(flow, flows);
  return flow.flow.variables.flatMap((variable) => {
    const place = { flowId: flow.id, path: `variables.${variable.name}`, severity: "warning" } as const;
    const isRead = uses.read.has(variable.name);
    const isWritten = uses.written.has(variable.name);
    if (!isRead && !isWritten) return [toProblem("unused_variable", place, { name: variable.name })];
    return isRead && !isWritten && isEmptyForEver(variable)
      ? [toProblem("variable_never_set", place, { name: variable.name })]
      : [];
  });
}

/** What is kept for the customer may have been written by an earlier conversation or by another flow. */
function isEmptyForEver({ scope, default: value }: FlowVariable): boolean {
  return scope !== "contact" && (value === null || value === "");
}

function listUses(flow: InspectedFlow, flows: readonly InspectedFlow[]): Uses {
  const uses: Uses = { read: new Set(), written: new Set() };
  for (const reference of listReferences(flow)) addUse(uses, reference);
  for (const reference of flows.flatMap(listReferences)) {
    if (reference.type === "flow-variable" && reference.flowId === flow.id) addName(uses, reference);
  }
  if (flow.id === MAIN_FLOW_ID) {
    for (const text of listSettingsTexts(flow.flow.settings)) addText(uses.read, text);
  }
  return uses;
}

function listReferences({ nodes }: InspectedFlow): readonly Reference[] {
  return nodes.flatMap(({ references }) => references);
}

function addUse(uses: Uses, reference: Reference): void {
  if (reference.type === "variable") addName(uses, reference);
  else if (reference.type === "expression") addAll(uses.read, listVariables(reference.source));
  else if (reference.type === "template") addText(uses.read, reference.source);
}

function addName(uses: Uses, { name, access }: { readonly name: string; readonly access: "read" | "write" }) {
  (access === "read" ? uses.read : uses.written).add(name);
}

function listSettingsTexts({ fallback, repair }: FlowSettings): readonly Text[] {
  return [fallback.text, repair.human.text, repair.cancel.text].filter((text) => text !== undefined);
}

function addText(names: Set<string>, text: Text): void {
  for (const { template } of compileTexts(text)) addAll(names, template.variables);
}

function addAll(names: Set<string>, more: readonly string[]): void {
  for (const name of more) names.add(name);
}
