import type { z } from "zod";
import { isList, isMap } from "../../kernel/compare-values.ts";
import type { NodeContext } from "../../kernel/executor.ts";
import type { Json } from "../../kernel/json.ts";
import type { choiceNode } from "./definition.ts";

export type Option = {
  readonly id: string;
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly value: Json;
};

/** As many buttons as a phone can scroll; a longer list is a search, not a choice. */
const ITEMS_MAX = 30;

/** The options as this customer sees them. Items of a list that have nothing to show are left out. */
export function listOptions(
  config: z.output<typeof choiceNode.config>,
  context: NodeContext,
): readonly Option[] {
  if (config.source === "options") {
    return config.options.map(({ id, label, synonyms }) => ({
      id,
      label: context.text(label),
      synonyms,
      value: id,
    }));
  }
  const { items, labelKey, valueKey } = config.list ?? { items: "", labelKey: "label", valueKey: "value" };
  const list = items.trim() === "" ? null : context.evaluate(items);
  if (!isList(list)) return [];
  return list.slice(0, ITEMS_MAX).flatMap((item, index) => {
    const label = toLabel(isMap(item) ? (item[labelKey] ?? null) : item);
    const value = isMap(item) ? (item[valueKey] ?? item) : item;
    return label === "" ? [] : [{ id: `item-${index + 1}`, label, synonyms: [], value }];
  });
}

function toLabel(value: Json): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}
