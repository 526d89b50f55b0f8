import type { z } from "zod";
import type { Executor } from "../../kernel/executor.ts";
import { resolveValue } from "../value-source.ts";
import type { subflowNode } from "./definition.ts";

export const subflowExecutor: Executor<z.output<typeof subflowNode.config>> = {
  enter: ({ flowId, inputs }, context) => {
    const vars = Object.fromEntries(inputs.map(({ name, value }) => [name, resolveValue(value, context)]));
    return { type: "enter-subflow", flowId, vars, input: vars };
  },

  resume: ({ outputs, exits }, event) => {
    if (event.type !== "subflow-ended") {
      return { type: "fail", code: "unexpected_event", message: event.type };
    }
    const { resolution, vars } = event;
    const set = Object.fromEntries(
      outputs.map(({ name, variable }) => [
        variable,
        Object.hasOwn(vars, name) ? (vars[name] ?? null) : null,
      ]),
    );
    const port = exits.some(({ id }) => id === resolution) ? resolution : "done";
    return { type: "leave", port, set, output: { resolution, ...set } };
  },
};
