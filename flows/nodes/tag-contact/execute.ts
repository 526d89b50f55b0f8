import type { z } from "zod";
import type { Executor, NodeContext } from "../../kernel/executor.ts";
import { resolveValue } from "../value-source.ts";
import type { tagContactNode } from "./definition.ts";

const TAG_MAX_CHARS = 100;

export const tagContactExecutor: Executor<z.output<typeof tagContactNode.config>> = {
  enter: (config, context) => {
    const addTags = render(config.add, context);
    const removeTags = render(config.remove, context);
    const attributes = Object.fromEntries(
      config.attributes.map(({ name, value }) => [name, resolveValue(value, context)]),
    );
    return {
      type: "leave",
      port: "next",
      output: { addTags, removeTags, attributes },
      effects: [{ type: "update-contact", addTags, removeTags, attributes }],
    };
  },
};

function render(tags: readonly string[], context: NodeContext): readonly string[] {
  const rendered = tags.map((tag) => context.text(tag).trim().slice(0, TAG_MAX_CHARS));
  return [...new Set(rendered)].filter((tag) => tag !== "");
}
