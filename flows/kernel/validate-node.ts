import type { NodeDefinition } from "./define-node.ts";
import { type InspectedFlow, type InspectedNode, toPortLabel } from "./inspect-flow.ts";
import { listIssues } from "./list-issues.ts";
import { upgradeConfig } from "./migrate-config.ts";
import { type Problem, toProblem } from "./problem.ts";
import { ERROR_PORT, MAIN_FLOW_ID } from "./registry.ts";
import type { Locale } from "./text.ts";

/** Exits for what goes wrong or is not understood: unwired they are legal, but the author should know. */
export const EXCEPTION_PORTS: readonly string[] = [
  "none",
  "miss",
  "error",
  "timeout",
  "other",
  "else",
  "ambiguous",
  "suggest",
  "limit",
  "invalid",
];

/** One node by itself: does its kind know it, is it filled in, does every exit lead somewhere. */
export function validateNode(flow: InspectedFlow, inspected: InspectedNode): readonly Problem[] {
  const { node, definition, config, label } = inspected;
  const place = { flowId: flow.id, nodeId: node.id };
  if (definition === null) return [toProblem("unknown_kind", place, { node: label, kind: node.kind })];

  const upgraded = upgradeConfig(node, definition);
  if (!upgraded.ok) return [toProblem(upgraded.code, place, { node: label })];
  if (config === null) return listConfigProblems(flow, inspected, { definition, config: upgraded.config });
  return [
    ...(definition.check?.(config.parsed, flow.bundle) ?? []).map((issue) => ({
      ...issue,
      ...place,
      ...nameIssue(definition, issue, label),
    })),
    ...(node.disabled === true ? [] : listUnwiredPorts(flow, inspected)),
  ];
}

type OwnIssue = ReturnType<NonNullable<NodeDefinition["check"]>>[number];

/** In a list of all problems a kind's own words need the name of the node; `reason` keeps them for the field itself. */
function nameIssue(
  definition: NodeDefinition,
  { code, path, text }: OwnIssue,
  label: InspectedNode["label"],
): Pick<Problem, "text" | "facts"> {
  if (code !== "missing_field") {
    const named = { "zh-CN": `「${label["zh-CN"]}」：${text["zh-CN"]}`, en: `“${label.en}”: ${text.en}` };
    return { text: named, facts: { reason: text } };
  }
  const field = {
    "zh-CN": toFieldLabel(definition, path, "zh-CN"),
    en: toFieldLabel(definition, path, "en"),
  };
  const facts = { node: label, field, reason: text };
  return { text: toProblem("missing_field", { flowId: "" }, facts).text, facts };
}

function listConfigProblems(
  flow: InspectedFlow,
  { node, label }: InspectedNode,
  { definition, config }: { readonly definition: NodeDefinition; readonly config: unknown },
): readonly Problem[] {
  return listIssues(definition.config, config).map(({ path: keys, reason }) => {
    const path = toConfigPath(keys);
    const field = {
      "zh-CN": toFieldLabel(definition, path, "zh-CN"),
      en: toFieldLabel(definition, path, "en"),
    };
    return toProblem(
      "invalid_config",
      { flowId: flow.id, nodeId: node.id, path },
      { node: label, field, reason },
    );
  });
}

function listUnwiredPorts(flow: InspectedFlow, inspected: InspectedNode): readonly Problem[] {
  const { node, definition, ports, label } = inspected;
  const wired = new Set(flow.edgesFrom.get(node.id)?.map(({ port }) => port));
  return ports
    .filter(({ id }) => !wired.has(id))
    .flatMap(({ id }) => {
      const facts = { node: label, port: toPortLabel(inspected, id) };
      const place = { flowId: flow.id, nodeId: node.id, path: `ports.${id}` };
      if (id === ERROR_PORT && node.onError.mode === "port")
        return [toProblem("error_port_not_wired", place, facts)];
      if (definition?.optionalPorts?.includes(id) === true) {
        return EXCEPTION_PORTS.includes(id)
          ? [toProblem("port_not_handled", { ...place, severity: "warning" }, facts)]
          : [];
      }
      return flow.id === MAIN_FLOW_ID
        ? [toProblem("port_not_wired", place, facts)]
        : [toProblem("subflow_port_not_wired", { ...place, severity: "warning" }, facts)];
    });
}

/** `options[0].label`, as the inspector and the kinds write paths. */
function toConfigPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, key) => {
    if (typeof key === "number") return `${before}[${key}]`;
    return before === "" ? String(key) : `${before}.${String(key)}`;
  }, "");
}

/** The longest part of the path for which the kind has a word: `options[0].label` is looked up as `options[].label`, then `options`. */
function toFieldLabel(definition: NodeDefinition, path: string, locale: Locale): string {
  const fields = definition.messages[locale].fields;
  for (
    let known = path.replace(/\[\d+\]/g, "[]");
    known !== "";
    known = known.replace(/(\[\]|\.?[^.[\]]+)$/, "")
  ) {
    if (Object.hasOwn(fields, known)) return fields[known] ?? path;
  }
  return path;
}
