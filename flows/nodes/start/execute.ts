import type { z } from "zod";
import { isTruthy } from "../../kernel/compare-values.ts";
import type { Executor } from "../../kernel/executor.ts";
import { sayChoices } from "../say.ts";
import type { startNode } from "./definition.ts";

export const startExecutor: Executor<z.output<typeof startNode.config>> = {
  enter: (config, context) => {
    const { returning } = config;
    const isReturning = returning !== undefined && isTruthy(context.vars[returning.variable]);
    const set = returning === undefined ? {} : { [returning.variable]: true };
    // A customer who comes with a question wants its answer, not a greeting.
    if (context.message !== null) return { type: "leave", port: "next", set };

    const opening = context.text((isReturning ? returning.opening : config.opening) ?? "");
    const suggestions = config.suggestions.map(({ id, label }) => ({ id, label: context.text(label) }));
    return { type: "leave", port: "next", set, effects: [sayChoices(opening, suggestions)] };
  },
};
