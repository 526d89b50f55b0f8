import type { BundleInput, FaqEntry } from "../../kernel/flow.ts";
import type { Locale } from "../../kernel/text.ts";
import { shopFacts } from "./facts.ts";
import { faqEn } from "./faq-en.ts";
import { faqCategoryTitles } from "./faq-entry.ts";
import { faqZh } from "./faq-zh.ts";
import { afterSalesFlow } from "./flow/after-sales.ts";
import { AFTER_SALES_FLOW } from "./flow/service.ts";
import { SHOP_FAQ_SET } from "./flow/understanding.ts";
import { shopFlow } from "./shop-flow.ts";
import { shopSynonyms } from "./synonyms.ts";

/**
 * The sample shop, ready to publish: its flow, the sub-flow it calls and its questions and answers. Customers are answered in
 * Chinese or English by their own language; titles, tags and categories, which only operators read, are in `locale`.
 */
export function toShopBundle(locale: Locale): BundleInput {
  return {
    flow: shopFlow(locale),
    subflows: { [AFTER_SALES_FLOW]: afterSalesFlow(locale) },
    faqSets: {
      [SHOP_FAQ_SET]: {
        name: shopFacts.name[locale],
        entries: listEntries(locale),
        synonyms: shopSynonyms.map((group) => [...group]),
      },
    },
  };
}

function listEntries(locale: Locale): FaqEntry[] {
  const english = new Map(faqEn.map((entry) => [entry.id, entry]));
  return faqZh.map((zh) => {
    const en = english.get(zh.id) ?? zh;
    return {
      id: zh.id,
      category: faqCategoryTitles[locale][zh.category],
      question: { "zh-CN": zh.question, en: en.question },
      similar: [...zh.similar, ...en.similar],
      answer: { "zh-CN": zh.answer, en: en.answer },
    };
  });
}
