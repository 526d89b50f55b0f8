import type { JsonObject } from "../../kernel/json.ts";
import { toPortId } from "./foreign-draft.ts";
import { readList, readRecord, readText } from "./read-value.ts";

const OPERATORS: { readonly [theirs: string]: string | undefined } = {
  "Equal to": "equals",
  "Not equal": "not-equals",
  Contains: "contains",
  "Does not contain": "not-contains",
  "Greater than": "greater",
  "Greater or equal to": "greater-or-equal",
  "Less than": "less",
  "Less or equal to": "less-or-equal",
  "Is set": "is-not-empty",
  "Is empty": "is-empty",
  "Starts with": "starts-with",
  "Ends with": "ends-with",
};

export function toCondition(
  block: { readonly [key: string]: unknown },
  names: ReadonlyMap<string, string>,
  toTemplate: (text: string) => string,
): { readonly config: JsonObject; readonly isExact: boolean } {
  let isExact = true;
  const branches = readList(block.items).map((item) => {
    const content = readRecord(item.content);
    const rules = readList(content.comparisons).map((comparison) => {
      const theirs = readText(comparison.comparisonOperator);
      const operator = Object.hasOwn(OPERATORS, theirs) ? OPERATORS[theirs] : undefined;
      const left = names.get(readText(comparison.variableId));
      isExact &&= operator !== undefined && left !== undefined;
      return {
        left: left ?? "",
        operator: operator ?? "equals",
        right: toTemplate(readText(comparison.value)),
      };
    });
    const match = readText(content.logicalOperator) === "OR" ? "any" : "all";
    return { id: toPortId(readText(item.id)), when: { type: "rules", groups: [{ match, rules }] } };
  });
  return { config: { branches }, isExact };
}
