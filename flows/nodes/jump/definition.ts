import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { missing } from "../config-issue.ts";
import { jumpMessages } from "./messages.ts";

/** Goes on at another node of the same flow, without a wire across the canvas. */
export const jumpNode = defineNode({
  version: 1,
  family: "logic",
  icon: "corner-down-right",
  mode: "inline",
  config: z.strictObject({ target: z.string().max(64) }),
  defaults: () => ({ target: "" }),
  ports: () => [],
  references: (config) =>
    config.target === "" ? [] : [{ type: "node", nodeId: config.target, path: "target" }],
  check: (config) => (config.target === "" ? [missing("target")] : []),
  form: [{ path: "target", widget: "node", required: true }],
  messages: jumpMessages,
});
