import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { type Bundle, variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import { missing } from "../config-issue.ts";
import { checkPortIds, portIdSchema } from "../port-id.ts";
import { usesFlowVariable, writesVariable } from "../reference.ts";
import { valueReferences, valueSourceSchema } from "../value-source.ts";
import { exitNeverTaken } from "./issues.ts";
import { subflowMessages } from "./messages.ts";

const MAPPINGS_MAX = 50;
const EXITS_MAX = 20;

/** Runs another flow and comes back with what it found out. */
export const subflowNode = defineNode({
  version: 1,
  family: "logic",
  icon: "workflow",
  mode: "inline",
  config: z.strictObject({
    flowId: z.string().max(64),
    /** Variables of the called flow, filled before it starts. */
    inputs: z
      .array(z.strictObject({ name: variableNameSchema, value: valueSourceSchema }))
      .max(MAPPINGS_MAX)
      .default([]),
    /** Variables of the called flow, copied into our own when it ends. */
    outputs: z
      .array(z.strictObject({ name: variableNameSchema, variable: variableNameSchema }))
      .max(MAPPINGS_MAX)
      .default([]),
    /** Resolutions of the called flow's end nodes that get a port of their own; all others leave through `done`. */
    exits: z
      .array(z.strictObject({ id: portIdSchema, label: textSchema.optional() }))
      .max(EXITS_MAX)
      .default([]),
  }),
  defaults: () => ({ flowId: "" }),
  ports: (config) => [
    { id: "done" },
    ...config.exits.map(({ id, label }) => (label === undefined ? { id } : { id, label })),
  ],
  references: (config) => [
    ...(config.flowId === "" ? [] : [{ type: "flow" as const, flowId: config.flowId, path: "flowId" }]),
    ...config.inputs.flatMap(({ name, value }, i) => [
      ...usesFlowVariable(config.flowId, { name, path: `inputs[${i}].name`, access: "write" }),
      ...valueReferences(value, `inputs[${i}].value`),
    ]),
    ...config.outputs.flatMap(({ name, variable }, i) => [
      ...usesFlowVariable(config.flowId, { name, path: `outputs[${i}].name`, access: "read" }),
      ...writesVariable(variable, `outputs[${i}].variable`),
    ]),
  ],
  check: (config, bundle) => [
    ...(config.flowId === "" ? [missing("flowId")] : []),
    ...checkPortIds(config.exits, "exits", ["done"]),
    ...listDeadExits(config, bundle),
  ],
  form: [
    { path: "flowId", widget: "flow", required: true },
    { path: "inputs", widget: "mapping" },
    { path: "outputs", widget: "mapping" },
    { path: "exits", widget: "options" },
  ],
  messages: subflowMessages,
});

/** The kind that closes a flow, and what its config says when its author left it alone. */
const END = { kind: "end", resolution: "resolved" };

type Calls = { readonly flowId: string; readonly exits: readonly { readonly id: string }[] };

function listDeadExits({ flowId, exits }: Calls, { subflows }: Bundle) {
  const called = Object.hasOwn(subflows, flowId) ? subflows[flowId] : undefined;
  if (called === undefined) return [];
  const ends = called.nodes.filter(({ kind, disabled }) => kind === END.kind && disabled !== true);
  const given = new Set(ends.map(({ config }) => config.resolution ?? END.resolution));
  return exits.flatMap(({ id }, i) => (given.has(id) ? [] : [exitNeverTaken(`exits[${i}].id`, id)]));
}
