import { renameInNode } from "../../editing/edits/rename-variable.ts";
import { addVariable, removeVariable, updateVariable } from "../../editing/edits/variables.ts";
import { findFlow, updateFlow, updateNode } from "../../editing/locate.ts";
import { renameInText } from "../../editing/rename-names.ts";
import { listUses } from "../../editing/where-used.ts";
import { BUILT_IN_VARIABLES } from "../../kernel/built-in-variables.ts";
import type { VariableType } from "../../kernel/define-node.ts";
import { type Bundle, type FlowVariable, flowVariableSchema } from "../../kernel/flow.ts";
import type { Problem } from "../../kernel/problem.ts";
import { checkTypes } from "../check-types.ts";
import { findClosest } from "../find-closest.ts";
import { inspect } from "./inspect.ts";
import { type FixMaker, type QuickFix, readFact } from "./quick-fix.ts";

const TYPES: readonly VariableType[] = ["text", "number", "list", "object", "boolean"];
const CLOSEST_MAX = 2;

/** A name that nothing declares: the one that was meant, or a new variable of that name. */
export const fixUnknownVariable: FixMaker = ({ bundle, problem }) => {
  const name = readFact(problem, "name");
  const flow = findFlow(bundle, problem.flowId);
  if (name === null || flow === null) return [];
  const known = [...flow.variables.map((variable) => variable.name), ...BUILT_IN_VARIABLES];
  const renames = findClosest(name, known, CLOSEST_MAX)
    .map((closest) => toRename(problem, name, closest))
    .filter((fix) => {
      const after = fix.apply(bundle, () => "");
      return after !== bundle && fitsAsWell(bundle, after, problem.flowId);
    });
  const declared = declare(bundle, problem.flowId, name);
  return [...renames, ...(declared === bundle ? [] : [toDeclaration(problem.flowId, name)])];
};

export const fixUnknownSubflowVariable: FixMaker = ({ bundle, flow, problem }) => {
  const name = readFact(problem, "name");
  const reference = flow.byId
    .get(problem.nodeId ?? "")
    ?.references.find(({ type, path }) => type === "flow-variable" && path === problem.path);
  if (name === null || reference?.type !== "flow-variable") return [];
  const { flowId } = reference;
  return declare(bundle, flowId, name) === bundle ? [] : [toDeclaration(flowId, name)];
};

export const fixUnusedVariable: FixMaker = ({ problem: { flowId, facts } }) => [
  {
    id: "remove-variable",
    label: { "zh-CN": "删除这个变量", en: "Remove this variable" },
    isSafe: false,
    apply: (bundle) => {
      const name = String(facts.name);
      return listUses(bundle, { type: "variable", flowId, name }).length > 0
        ? bundle
        : removeVariable(bundle, flowId, name);
    },
  },
];

/** The variable takes the type of what is stored in it, unless something else uses it as what it was. */
export const fixWrittenType: FixMaker = ({ bundle, problem }) => {
  const name = readFact(problem, "name");
  const type = TYPES.find((candidate) => candidate === problem.facts.type);
  if (name === null || type === undefined) return [];
  const apply = (current: Bundle) => {
    const changed = updateVariable(current, problem.flowId, { name, type });
    return fitsAsWell(current, changed, problem.flowId) ? changed : current;
  };
  return apply(bundle) === bundle
    ? []
    : [
        {
          id: "change-variable-type",
          label: { "zh-CN": "改变量的类型", en: "Change the variable's type" },
          isSafe: false,
          apply,
        },
      ];
};

export const fixUnguarded: FixMaker = ({ problem: { flowId, facts } }) => [
  {
    id: "guard-variable",
    label: { "zh-CN": "提高数据级别", en: "Raise the data class" },
    isSafe: true,
    apply: (bundle) => {
      const dataClass = facts.dataClass === "core" ? "core" : "important";
      return updateVariable(bundle, flowId, { name: String(facts.name), dataClass });
    },
  },
];

/** A declared default that holds a key is emptied; the name and its uses stay. */
export const fixSecretDefault: FixMaker = ({ problem: { flowId, facts } }) => [
  {
    id: "clear-default",
    label: { "zh-CN": "清空默认值", en: "Clear the default" },
    isSafe: false,
    apply: (bundle) => updateVariable(bundle, flowId, { name: String(facts.name), default: null }),
  },
];

function toRename(problem: Problem, from: string, to: string): QuickFix {
  const { flowId, nodeId, path } = problem;
  return {
    id: `use-${to}`,
    label: { "zh-CN": `改为「${to}」`, en: `Use “${to}”` },
    isSafe: false,
    apply: (bundle) =>
      nodeId === null
        ? renameInSettings(bundle, { from, to }, path ?? "")
        : updateNode(bundle, { flowId, nodeId }, (node) => renameInNode(node, { from, to })),
  };
}

function toDeclaration(flowId: string, name: string): QuickFix {
  return {
    id: "create-variable",
    label: { "zh-CN": `新建变量「${name}」`, en: `Create the variable “${name}”` },
    isSafe: true,
    apply: (bundle) => declare(bundle, flowId, name),
  };
}

/** With the type that all its uses agree on; nothing when there is none. */
function declare(bundle: Bundle, flowId: string, name: string): Bundle {
  const parsed = flowVariableSchema.safeParse({ name, type: "text" });
  if (!parsed.success || inspect(bundle, flowId)?.variables.has(name) !== false) return bundle;
  const declared = TYPES.map((type) => addVariable(bundle, flowId, withType(parsed.data, type)));
  return declared.find((candidate) => fitsAsWell(bundle, candidate, flowId)) ?? bundle;
}

function withType(variable: FlowVariable, type: VariableType): FlowVariable {
  return { ...variable, type };
}

/** Whether no value is used as what it is not that was used well before. */
function fitsAsWell(before: Bundle, after: Bundle, flowId: string): boolean {
  const known = new Set(listTypeErrors(before, flowId));
  return listTypeErrors(after, flowId).every((error) => known.has(error));
}

function listTypeErrors(bundle: Bundle, flowId: string): readonly string[] {
  const flow = inspect(bundle, flowId);
  const problems = flow?.nodes.flatMap((node) => checkTypes(flow, node)) ?? [];
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ code, nodeId, path, facts }) => JSON.stringify([code, nodeId, path, facts]));
}

function renameInSettings(bundle: Bundle, renaming: { from: string; to: string }, path: string): Bundle {
  return updateFlow(bundle, "main", (flow) => {
    const { fallback, repair } = flow.settings;
    const rename = <Part extends { text?: typeof fallback.text }>(part: Part, at: string): Part =>
      part.text === undefined || path !== `${at}.text`
        ? part
        : { ...part, text: renameInText(part.text, renaming) };
    return {
      ...flow,
      settings: {
        ...flow.settings,
        fallback: rename(fallback, "settings.fallback"),
        repair: {
          ...repair,
          human: rename(repair.human, "settings.repair.human"),
          cancel: rename(repair.cancel, "settings.repair.cancel"),
        },
      },
    };
  });
}
