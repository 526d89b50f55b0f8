import type { Bundle, FaqEntry } from "../kernel/flow.ts";
import type { Json } from "../kernel/json.ts";
import type { Change, ChangeSubject, Words } from "./change.ts";
import { diffFields } from "./diff-fields.ts";
import { toFieldChange } from "./name-field.ts";
import { inEach, shorten, toWords } from "./words.ts";

const QUESTION_CHARS = 20;

type FaqSets = Bundle["faqSets"];
type FaqSet = FaqSets[string];

/** A set that came or went is one change, however many questions it holds. */
export function compareFaqSets(before: FaqSets, after: FaqSets): readonly Change[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((id) => {
    const [was, is] = [before[id], after[id]];
    if (was === is) return [];
    if (was && is) return compareSet(id, was, is);
    const name = inEach((own) => own.faqSet((is ?? was)?.name ?? id));
    return [toChange(is ? "added" : "removed", { subject: "faq-set", key: id, title: name })];
  });
}

function compareSet(id: string, was: FaqSet, is: FaqSet): readonly Change[] {
  const head = diffFields(
    { name: was.name, synonyms: was.synonyms },
    { name: is.name, synonyms: is.synonyms },
  ).map((diff) => toFieldChange(diff, null));
  const title = inEach((own) => own.faqSet(is.name));
  const set: readonly Change[] =
    head.length === 0
      ? []
      : [{ ...toChange("changed", { subject: "faq-set", key: id, title }), fields: head }];
  return [...set, ...compareEntries(id, was.entries, is.entries)];
}

function compareEntries(
  setId: string,
  before: readonly FaqEntry[],
  after: readonly FaqEntry[],
): readonly Change[] {
  const [old, next] = [before, after].map((entries) => new Map(entries.map((entry) => [entry.id, entry])));
  return [...new Set([...(next?.keys() ?? []), ...(old?.keys() ?? [])])].flatMap((id) => {
    const [was, is] = [old?.get(id), next?.get(id)];
    const entry = is ?? was;
    if (was === is || entry === undefined) return [];
    const what = { subject: "faq-entry", key: `${setId}/${id}`, title: nameEntry(entry) } as const;
    if (!was || !is) return [toChange(is ? "added" : "removed", what)];
    // An entry is plain JSON; its type only says which.
    const fields = diffFields(was as unknown as Json, is as unknown as Json).map((diff) =>
      toFieldChange(diff, null),
    );
    return fields.length === 0 ? [] : [{ ...toChange("changed", what), fields }];
  });
}

function nameEntry({ question }: FaqEntry): Words {
  const words = toWords(question);
  return inEach((own, locale) => own.faqEntry(shorten(words[locale], QUESTION_CHARS)));
}

type What = { readonly subject: ChangeSubject; readonly key: string; readonly title: Words };

const toChange = (type: Change["type"], { subject, key, title }: What): Change => ({
  ...{ key: `${subject}/${key}`, type, subject, title },
  ...{ flowId: null, nodeId: null, edgeId: null, fields: [] },
});
