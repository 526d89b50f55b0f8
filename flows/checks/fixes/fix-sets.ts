import { removeFaqEntries, updateFaqSet } from "../../editing/edits/faq-sets.ts";
import { setConfigAt } from "../../editing/edits/set-config.ts";
import { addSubflow } from "../../editing/edits/subflows.ts";
import { addVariable } from "../../editing/edits/variables.ts";
import { findNode } from "../../editing/locate.ts";
import { type Bundle, type FaqEntry, flowVariableSchema } from "../../kernel/flow.ts";
import { LOCALES, type Locale } from "../../kernel/text.ts";
import { toLetters } from "../find-look-alikes.ts";
import { COPY_LABEL, fillLanguage } from "./fix-texts.ts";
import type { FixMaker } from "./quick-fix.ts";

type EntryPath = { readonly setId: string; readonly entryId: string };

/** An entry without an answer, or without a question, is of no use to anybody. */
export const fixEmptyEntry: FixMaker = ({ problem: { path } }) => {
  const place = parseEntryPath(path);
  if (place === null) return [];
  return [
    {
      id: "remove-entry",
      label: { "zh-CN": "删除这条问答", en: "Remove this entry" },
      isSafe: false,
      apply: (bundle) => removeFaqEntries(bundle, place.setId, [place.entryId]),
    },
  ];
};

/** A way to ask that another entry has too is taken out here; an entry's own question is left to its author. */
export const fixDuplicateQuestion: FixMaker = ({ bundle, problem: { path, facts } }) => {
  const place = parseEntryPath(path);
  const letters = toLetters(String(facts.question).replace(/…$/, ""));
  if (place === null) return [];
  const isSame = (text: string) => toLetters(text) === letters;
  const entry = bundle.faqSets[place.setId]?.entries.find(({ id }) => id === place.entryId);
  if (entry?.similar.some(isSame) !== true || listQuestions(entry).some(isSame)) return [];
  return [
    {
      id: "remove-similar",
      label: { "zh-CN": "从这条里删掉这个问法", en: "Take this wording out of here" },
      isSafe: false,
      apply: (current) =>
        changeEntry(current, place, (one) => ({
          ...one,
          similar: one.similar.filter((text) => !isSame(text)),
        })),
    },
  ];
};

export const fixFaqLanguage: FixMaker = ({ problem: { path, facts } }) => {
  const place = parseEntryPath(path);
  const locale = LOCALES.find((candidate) => candidate === facts.locale);
  if (place === null || locale === undefined) return [];
  return [
    {
      id: "copy-language",
      label: COPY_LABEL,
      isSafe: false,
      apply: (bundle) =>
        updateFaqSet(bundle, place.setId, (set) => ({
          ...set,
          entries: set.entries.map((entry) => fillEntry(entry, locale)),
        })),
    },
  ];
};

/** A node that asks several sets can do without one that is gone. */
export const fixMissingFaqSet: FixMaker = ({ flow, bundle, problem: { flowId, nodeId, path } }) => {
  const references = flow.byId.get(nodeId ?? "")?.references ?? [];
  const sets = references.flatMap((reference) => (reference.type === "faq-set" ? [reference] : []));
  const missing = sets.find((reference) => reference.path === path);
  if (nodeId === null || missing === undefined) return [];
  if (!sets.some(({ faqSet }) => Object.hasOwn(bundle.faqSets, faqSet))) return [];
  const place = { flowId, nodeId };
  return [
    {
      id: "remove-faq-set",
      label: { "zh-CN": "移除这个问答库", en: "Take this set out" },
      isSafe: true,
      apply: (current) => {
        const at = findNode(current, place)?.config.faqSets;
        if (!Array.isArray(at) || Object.hasOwn(current.faqSets, missing.faqSet)) return current;
        const value = at.filter((id) => id !== missing.faqSet);
        return value.length === 0 ? current : setConfigAt(current, place, { path: "faqSets", value });
      },
    },
  ];
};

/** An empty flow of that id, with the variables that its caller fills and reads. */
export const fixMissingFlow: FixMaker = ({ flow, problem: { nodeId, path } }) => {
  const references = flow.byId.get(nodeId ?? "")?.references ?? [];
  const missing = references.find((reference) => reference.type === "flow" && reference.path === path);
  if (missing?.type !== "flow") return [];
  return [
    {
      id: "create-flow",
      label: { "zh-CN": "新建这个子流程", en: "Create this sub-flow" },
      isSafe: false,
      apply: (bundle) => {
        const added = addSubflow(bundle, missing.flowId);
        if (added === bundle) return bundle;
        return references.reduce((current, reference) => {
          if (reference.type !== "flow-variable" || reference.flowId !== missing.flowId) return current;
          const variable = flowVariableSchema.parse({ name: reference.name, type: "text" });
          return addVariable(current, missing.flowId, variable);
        }, added);
      },
    },
  ];
};

/** `faqSets.shop.entries.e12.answer`. */
function parseEntryPath(path: string | null): EntryPath | null {
  const [, setId, entryId] = /^faqSets\.([^.]+)\.entries\.([^.]+)\./.exec(path ?? "") ?? [];
  return setId === undefined || entryId === undefined ? null : { setId, entryId };
}

function changeEntry(
  bundle: Bundle,
  { setId, entryId }: EntryPath,
  change: (entry: FaqEntry) => FaqEntry,
): Bundle {
  return updateFaqSet(bundle, setId, (set) => ({
    ...set,
    entries: set.entries.map((entry) => (entry.id === entryId ? change(entry) : entry)),
  }));
}

function fillEntry(entry: FaqEntry, locale: Locale): FaqEntry {
  const question = fillLanguage(entry.question, locale) ?? entry.question;
  const answer = fillLanguage(entry.answer, locale) ?? entry.answer;
  return question === entry.question && answer === entry.answer ? entry : { ...entry, question, answer };
}

function listQuestions({ question }: FaqEntry): readonly string[] {
  return typeof question === "string" ? [question] : [question["zh-CN"] ?? "", question.en ?? ""];
}
