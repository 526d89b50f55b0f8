import type { z } from "zod";
import { isList } from "../../kernel/compare-values.ts";
import type { Executor, Outcome } from "../../kernel/executor.ts";
import type { Json } from "../../kernel/json.ts";
import { resolveValue } from "../value-source.ts";
import type { setVariableNode } from "./definition.ts";

export const setVariableExecutor: Executor<z.output<typeof setVariableNode.config>> = {
  enter: (config, context): Outcome => {
    const set: { [name: string]: Json } = {};
    for (const { variable, op, value } of config.assignments) {
      const before = (Object.hasOwn(set, variable) ? set[variable] : context.vars[variable]) ?? null;
      const after = op === "clear" ? null : change(before, op, resolveValue(value, context, set));
      if (after === undefined) return { type: "fail", code: "not_a_number", message: variable };
      set[variable] = after;
    }
    return { type: "leave", port: "next", set, output: set };
  },
};

/** Undefined when something that is no number should be counted. */
function change(before: Json, op: "set" | "append" | "inc", value: Json): Json | undefined {
  switch (op) {
    case "set":
      return value;
    case "append":
      return before === null ? [value] : isList(before) ? [...before, value] : [before, value];
    case "inc": {
      const [sum, step] = [toNumber(before, 0), toNumber(value, 1)];
      return sum === null || step === null ? undefined : sum + step;
    }
  }
}

function toNumber(value: Json, whenNull: number): number | null {
  if (value === null || value === "") return whenNull;
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}
