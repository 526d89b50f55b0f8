import type { z } from "zod";
import type { Executor } from "../../kernel/executor.ts";
import type { jumpNode } from "./definition.ts";

export const jumpExecutor: Executor<z.output<typeof jumpNode.config>> = {
  enter: ({ target }) => ({ type: "jump", nodeId: target, output: target }),
};
