import { bundleSchema } from "#flows/kernel/flow.ts";
import { toShopBundle } from "#flows/packs/shop/shop-bundle.ts";
import type { FaqEntry } from "#server/understanding/compile-faq.ts";

/** The questions and answers of the sample shop, as a matcher learns them. */
export function readShopEntries(): readonly FaqEntry[] {
  return Object.values(bundleSchema.parse(toShopBundle("zh-CN")).faqSets).flatMap(({ entries }) =>
    entries.map(({ id, question, similar }) => {
      const [first = "", ...others] = (
        typeof question === "string" ? [question] : Object.values(question)
      ).filter((text) => text !== undefined);
      return { id, question: first, similar: [...others, ...similar] };
    }),
  );
}
