/** Lists what the sample shop gets wrong or leaves alone of the dev half: `node e2e/eval/list-shop-misses.ts`. The test half stays unread. */
import { LOCALES } from "#flows/kernel/text.ts";
import { judgeShop } from "./shop/measure-shop.ts";
import { readShopQuestions, STYLES } from "./shop/read-questions.ts";

const parts = LOCALES.flatMap((locale) => STYLES.map((style) => ({ locale, style, half: "dev" as const })));
for (const part of parts)
  for (const { question, way, verdict } of judgeShop(readShopQuestions(part)).judged) {
    const isOutside = question.expected.length === 0;
    if (verdict === (isOutside ? "refused" : "right")) continue;
    const given = way.type === "taken" ? way.id : way.type === "offered" ? way.ids.join(", ") : "-";
    console.log([verdict, question.text, question.expected.join("|") || "-", given].join("\t"));
  }
