import { z } from "zod";
import { isList, isTruthy } from "../../kernel/compare-values.ts";
import type { Executor, NodeContext, Outcome } from "../../kernel/executor.ts";
import { type Json, jsonSchema } from "../../kernel/json.ts";
import type { loopNode } from "./definition.ts";

type Config = z.output<typeof loopNode.config>;

/** `rounds` that were begun; `items` as they were when the loop began, `isCut` when there were more than the limit lets through. */
const memorySchema = z.object({
  rounds: z.number(),
  items: z.array(jsonSchema).nullable(),
  isCut: z.boolean(),
});

type Memory = z.infer<typeof memorySchema>;

export const loopExecutor: Executor<Config> = {
  enter: (config, context) => {
    const memory = memorySchema.safeParse(context.loop).data ?? begin(config, context);
    const end = findEnd(config, memory, context);
    if (end !== null) return { type: "leave", port: end, loop: null, output: { rounds: memory.rounds } };
    return beginRound(config, memory);
  },
};

function begin(config: Config, context: NodeContext): Memory {
  if (config.over === "until") return { rounds: 0, items: null, isCut: false };
  const list = context.evaluate(config.list);
  const items = isList(list) ? list : [];
  return {
    rounds: 0,
    items: items.slice(0, config.iterationsMax),
    isCut: items.length > config.iterationsMax,
  };
}

function findEnd(config: Config, memory: Memory, context: NodeContext): "done" | "limit" | null {
  if (memory.items !== null) {
    if (memory.rounds < memory.items.length) return null;
    return memory.isCut ? "limit" : "done";
  }
  if (isTruthy(context.evaluate(config.until))) return "done";
  return memory.rounds >= config.iterationsMax ? "limit" : null;
}

function beginRound(config: Config, memory: Memory): Outcome {
  const rounds = memory.rounds + 1;
  const set: { [name: string]: Json } = {};
  if (config.itemVariable !== undefined && memory.items !== null) {
    set[config.itemVariable] = memory.items[rounds - 1] ?? null;
  }
  if (config.indexVariable !== undefined) set[config.indexVariable] = rounds;
  return { type: "leave", port: "body", set, loop: { ...memory, rounds }, output: { rounds } };
}
