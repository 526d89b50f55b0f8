import { BUILT_IN_VARIABLES } from "../../kernel/built-in-variables.ts";
import type { Reference } from "../../kernel/define-node.ts";
import type { Bundle, Flow, FlowNode } from "../../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../../kernel/registry.ts";
import { findFlow, mapShared, updateFlow, updateNodes } from "../locate.ts";
import { rewriteReferences, toText } from "../rename-in-node.ts";
import { isReadableName, type Renaming, renameInExpression, renameInText } from "../rename-names.ts";

/**
 * Gives a variable another name, and everything that uses it along with it: expressions, texts, fields that hold its name, and
 * what callers put into and take out of a sub-flow. A variable kept for the customer is renamed in every flow that shares it.
 * A name that is taken, built in or unreadable changes nothing; see `canRenameVariable`.
 */
export function renameVariable(bundle: Bundle, flowId: string, renaming: Renaming): Bundle {
  if (!canRenameVariable(bundle, flowId, renaming)) return bundle;
  return listSharing(bundle, flowId, renaming.from).reduce(
    (changed, sharing) => renameInFlow(changed, sharing, renaming),
    bundle,
  );
}

export function canRenameVariable(bundle: Bundle, flowId: string, { from, to }: Renaming): boolean {
  const isBuiltIn = BUILT_IN_VARIABLES.some((name) => name === to);
  if (from === to || isBuiltIn || !isReadableName(to)) return false;
  const isDeclared = findFlow(bundle, flowId)?.variables.some(({ name }) => name === from) === true;
  const isTaken = listSharing(bundle, flowId, from).some((id) =>
    findFlow(bundle, id)?.variables.some(({ name }) => name === to),
  );
  return isDeclared && !isTaken;
}

/** Puts one name in the place of another in one node, whoever declares either; for names that nothing declares. */
export function renameInNode(node: FlowNode, renaming: Renaming): FlowNode {
  return rewriteReferences(node, (reference, value) => rewriteOwn(reference, value, renaming));
}

function renameInFlow(bundle: Bundle, flowId: string, renaming: Renaming): Bundle {
  const renamed = updateFlow(bundle, flowId, (flow) => renameDeclared(flow, renaming));
  return [MAIN_FLOW_ID, ...Object.keys(bundle.subflows)].reduce(
    (changed, id) =>
      updateNodes(changed, id, (node) =>
        rewriteReferences(node, (reference, value) => {
          if (reference.type !== "flow-variable")
            return id === flowId ? rewriteOwn(reference, value, renaming) : value;
          return reference.flowId === flowId && value === renaming.from ? renaming.to : value;
        }),
      ),
    renamed,
  );
}

function rewriteOwn(reference: Reference, value: unknown, renaming: Renaming): unknown {
  switch (reference.type) {
    case "variable":
      return value === renaming.from ? renaming.to : value;
    case "expression":
      return typeof value === "string" ? renameInExpression(value, renaming) : value;
    case "template": {
      const text = toText(value);
      if (text === null) return value;
      const renamed = renameInText(text, renaming);
      return renamed === text ? value : renamed;
    }
    default:
      return value;
  }
}

function renameDeclared(flow: Flow, renaming: Renaming): Flow {
  const { fallback, repair } = flow.settings;
  return {
    ...flow,
    variables: mapShared(flow.variables, (variable) =>
      variable.name === renaming.from ? { ...variable, name: renaming.to } : variable,
    ),
    settings: {
      ...flow.settings,
      fallback: withText(fallback, renaming),
      repair: {
        ...repair,
        human: withText(repair.human, renaming),
        cancel: withText(repair.cancel, renaming),
      },
    },
  };
}

function withText<Settings extends { readonly text?: Flow["settings"]["fallback"]["text"] }>(
  settings: Settings,
  renaming: Renaming,
): Settings {
  return settings.text === undefined
    ? settings
    : { ...settings, text: renameInText(settings.text, renaming) };
}

/** A flow, and those that read and write the same value of the customer under the same name. */
function listSharing(bundle: Bundle, flowId: string, name: string): readonly string[] {
  const isKept = (id: string) =>
    findFlow(bundle, id)?.variables.some(
      (variable) => variable.name === name && variable.scope === "contact",
    );
  if (!isKept(flowId)) return [flowId];
  return [MAIN_FLOW_ID, ...Object.keys(bundle.subflows)].filter(isKept);
}
