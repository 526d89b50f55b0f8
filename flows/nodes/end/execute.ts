import type { z } from "zod";
import type { Executor } from "../../kernel/executor.ts";
import { sayText } from "../say.ts";
import type { endNode } from "./definition.ts";

export const endExecutor: Executor<z.output<typeof endNode.config>> = {
  enter: ({ text, resolution, keepOpen, askRating }, context) => ({
    type: "end",
    resolution,
    keepOpen,
    askRating,
    effects: [sayText(context.text(text ?? ""))],
    output: resolution,
  }),
};
