import type { InspectedFlow } from "../kernel/inspect-flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import { LOCALES, type Locale, type Text } from "../kernel/text.ts";

const LANGUAGE_NAMES: { readonly [L in Locale]: { readonly [Reader in Locale]: string } } = {
  "zh-CN": { "zh-CN": "中文", en: "Chinese" },
  en: { "zh-CN": "英文", en: "English" },
};

/** Texts in both languages from which on a bot is taken to speak both; a fresh start node alone has one. */
const BILINGUAL_TEXTS_MIN = 3;

type Place = { readonly flowId: string; readonly nodeId?: string; readonly path: string };
type Written = {
  readonly text: Text;
  readonly place: Place;
  readonly node: { readonly [L in Locale]: string } | null;
};

/**
 * Texts that one of two languages lacks, in a bot that speaks both. It does when most of its texts that are kept by language have
 * both; a text that is one string for everybody is the author's choice.
 */
export function checkLanguages(flows: readonly InspectedFlow[]): readonly Problem[] {
  const texts = flows.flatMap(listTexts);
  const missing = texts.flatMap((written) => {
    const language = findMissingLanguage(written.text);
    return language === null ? [] : [{ ...written, language }];
  });
  const complete = texts.filter(({ text }) => isInBoth(text)).length;
  if (complete < BILINGUAL_TEXTS_MIN || missing.length > complete) return [];
  return missing.map(({ place, node, language }) =>
    toProblem(
      node === null ? "settings_text_missing_language" : "text_missing_language",
      { ...place, severity: "warning" },
      { ...(node === null ? {} : { node }), language: LANGUAGE_NAMES[language], locale: language },
    ),
  );
}

/** The language in which nobody wrote a text that somebody wrote in the other; null for texts of one string. */
export function findMissingLanguage(text: Text): Locale | null {
  if (typeof text === "string") return null;
  const blank = LOCALES.filter((locale) => !text[locale]?.trim());
  return blank.length === 1 ? (blank[0] ?? null) : null;
}

export function isInBoth(text: Text): boolean {
  return typeof text !== "string" && LOCALES.every((locale) => text[locale]?.trim());
}

export function toLanguageName(locale: Locale): { readonly [Reader in Locale]: string } {
  return LANGUAGE_NAMES[locale];
}

function listTexts(flow: InspectedFlow): readonly Written[] {
  const own = flow.nodes.flatMap(({ node, references, label }) =>
    references.flatMap((reference) =>
      reference.type === "template"
        ? [
            {
              text: reference.source,
              place: { flowId: flow.id, nodeId: node.id, path: reference.path },
              node: label,
            },
          ]
        : [],
    ),
  );
  if (flow.id !== MAIN_FLOW_ID) return own;
  const { fallback, repair } = flow.flow.settings;
  const settings = [
    { path: "settings.fallback.text", text: fallback.text },
    { path: "settings.repair.human.text", text: repair.human.text },
    { path: "settings.repair.cancel.text", text: repair.cancel.text },
  ].flatMap(({ path, text }) =>
    text === undefined ? [] : [{ text, place: { flowId: flow.id, path }, node: null }],
  );
  return [...own, ...settings];
}
