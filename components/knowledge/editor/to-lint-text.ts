import type { entryMessages } from "../entries/messages.ts";
import type { checkMessages } from "./check-messages.ts";
import type { Lint } from "./use-entry-check.ts";

type Texts = {
  readonly lints: (typeof checkMessages)["zh-CN"]["lints"];
  readonly locales: (typeof entryMessages)["zh-CN"]["locales"];
};

/** One sentence about what to look at again. */
export function toLintText({ code, facts }: Lint, { lints, locales }: Texts): string {
  const text = (name: string) => String(facts[name] ?? "");
  const count = (name: string) => Number(facts[name] ?? 0);
  switch (code) {
    case "no_answer":
    case "expired":
    case "ends_before_start":
      return lints[code];
    case "no_answer_in_language":
      return lints[code](text("locale") === "en" ? locales.en : locales["zh-CN"]);
    case "date_without_end":
    case "price_without_end":
      return lints[code](text("found"));
    case "forbidden_word":
      return lints[code](text("found"), text("preferred"));
    case "answer_long":
      return lints[code](count("chars"), count("advised"));
    case "few_phrasings":
      return lints[code](count("count"), count("advised"));
    case "phrasing_twice":
    case "negative_is_phrasing":
      return lints[code](text("text"));
  }
}
