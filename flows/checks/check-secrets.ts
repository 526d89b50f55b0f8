import type { FlowNode, FlowSettings } from "../kernel/flow.ts";
import type { InspectedFlow, InspectedNode } from "../kernel/inspect-flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import { findSecret, isSecretVariable, maskSecret } from "./find-secret.ts";

/** `path` is null for the node's own note. */
type Found = { readonly path: string | null; readonly secret: string };

const knownNodes = new WeakMap<FlowNode, readonly Found[]>();
const knownSettings = new WeakMap<FlowSettings, readonly Found[]>();

/** Keys and passwords in a node; the config is read as it is stored, so also that of a kind that nobody knows here. */
export function checkNodeSecrets(flow: InspectedFlow, { node, label }: InspectedNode): readonly Problem[] {
  const found = knownNodes.get(node) ?? [
    ...listSecrets(node.config, ""),
    ...listSecrets(node.note, "").map(({ secret }) => ({ path: null, secret })),
  ];
  knownNodes.set(node, found);
  return found.map(({ path, secret }) =>
    toProblem(
      "plain_secret",
      { flowId: flow.id, nodeId: node.id, ...(path === null ? {} : { path }) },
      { node: label, shown: maskSecret(secret) },
    ),
  );
}

/** Keys and passwords in the defaults of variables and in the texts of the settings. */
export function checkFlowSecrets({ id: flowId, flow }: InspectedFlow): readonly Problem[] {
  const settings = knownSettings.get(flow.settings) ?? listSecrets(flow.settings, "settings");
  knownSettings.set(flow.settings, settings);
  return [
    ...flow.variables.flatMap(({ name, default: value }) => {
      const secret = isSecretVariable(name, value) ? String(value) : listSecrets(value, "")[0]?.secret;
      const place = { flowId, path: `variables.${name}` };
      return secret === undefined
        ? []
        : [toProblem("plain_secret_in_variable", place, { name, shown: maskSecret(secret) })];
    }),
    ...settings.map(({ path, secret }) =>
      toProblem(
        "plain_secret_in_settings",
        { flowId, ...(path === null ? {} : { path }) },
        { shown: maskSecret(secret) },
      ),
    ),
  ];
}

function listSecrets(value: unknown, path: string): readonly Found[] {
  if (typeof value === "string") {
    const secret = findSecret(value);
    return secret === null ? [] : [{ path, secret }];
  }
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => listSecrets(item, `${path}[${index}]`));
  return Object.entries(value).flatMap(([key, item]) =>
    listSecrets(item, path === "" ? key : `${path}.${key}`),
  );
}
