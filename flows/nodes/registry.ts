import type { Executor } from "../kernel/executor.ts";
import type { NodeRegistry } from "../kernel/registry.ts";
import { executors } from "./executors.ts";
import { definitions } from "./index.ts";

const executorOf: { readonly [kind: string]: Executor<unknown> | undefined } = executors;

/** Every kind with its behaviour, as the interpreter takes it. */
export const nodeRegistry: NodeRegistry = Object.fromEntries(
  Object.entries(definitions).flatMap(([kind, definition]) => {
    const executor = executorOf[kind];
    return executor === undefined ? [] : [[kind, { definition, executor }]];
  }),
);
