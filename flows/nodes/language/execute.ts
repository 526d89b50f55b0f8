import type { z } from "zod";
import type { Executor, NodeContext } from "../../kernel/executor.ts";
import { findText } from "../looked-at.ts";
import type { languageNode } from "./definition.ts";
import { detectLanguage, LANGUAGES, type Language } from "./detect-language.ts";

type Config = z.output<typeof languageNode.config>;

export const languageExecutor: Executor<Config> = {
  enter: (config, context) => {
    const text = findText(config.text, context);
    const told = text === null ? null : detectLanguage(text);
    const language = told ?? remembered(config, context);
    const isListed = config.languages.some((own) => own === language);
    return {
      type: "leave",
      port: isListed ? language : "other",
      input: text,
      output: { language, told: told !== null },
      set: config.variable === undefined || language === "other" ? {} : { [config.variable]: language },
    };
  },
};

/** What was told last, else the language of the page or app that the customer writes from. */
function remembered({ variable }: Config, { vars, locale }: NodeContext): Language {
  const kept = variable === undefined ? undefined : vars[variable];
  return LANGUAGES.find((language) => language === kept) ?? (locale === "zh-CN" ? "zh" : "en");
}
