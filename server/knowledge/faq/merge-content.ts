import { isDeepStrictEqual } from "node:util";
import { ENTRY_FIELDS, type EntryContent, type EntryField, toAnswerKey } from "./entry-content.ts";

/** A field that two people changed differently. Nothing is written until somebody who sees both has chosen. */
export type FieldConflict = {
  readonly field: EntryField;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
};

export type Merged =
  | { readonly type: "merged"; readonly content: EntryContent }
  | { readonly type: "conflict"; readonly fields: readonly FieldConflict[] };

type Sides = {
  readonly base: EntryContent;
  readonly mine: Partial<EntryContent>;
  readonly theirs: EntryContent;
};

/**
 * Brings one editor's changes onto what others made of the entry meanwhile. Lists are merged by their items, questions by
 * language, answers by language and channel; what cannot be is a conflict that holds both.
 */
export function mergeContent({ base, mine, theirs }: Sides): Merged {
  const fields: FieldConflict[] = [];
  const merged: Record<string, unknown> = { ...theirs };
  for (const field of ENTRY_FIELDS) {
    const wanted = mine[field];
    if (wanted === undefined || isDeepStrictEqual(wanted, base[field])) continue;
    if (isDeepStrictEqual(theirs[field], base[field]) || isDeepStrictEqual(theirs[field], wanted)) {
      merged[field] = wanted;
      continue;
    }
    const both = mergeField(field, { base, mine, theirs });
    if (both === null) fields.push({ field, base: base[field], mine: wanted, theirs: theirs[field] });
    else merged[field] = both;
  }
  // as: every key holds a value of its own field, taken from one of the three sides.
  return fields.length > 0
    ? { type: "conflict", fields }
    : { type: "merged", content: merged as EntryContent };
}

function mergeField(field: EntryField, { base, mine, theirs }: Sides): unknown {
  switch (field) {
    case "similar":
    case "negatives":
    case "tags":
      return mergeSets({ base: base[field], mine: mine[field] ?? [], theirs: theirs[field] });
    case "question": {
      const texts = mergeKeyed({
        base: Object.entries(base.question),
        mine: Object.entries(mine.question ?? {}),
        theirs: Object.entries(theirs.question),
      });
      return texts && texts.length > 0 ? Object.fromEntries(texts) : null;
    }
    case "answers": {
      const toPairs = (answers: EntryContent["answers"]) =>
        answers.map((answer) => [toAnswerKey(answer), answer] as const);
      const answers = mergeKeyed({
        base: toPairs(base.answers),
        mine: toPairs(mine.answers ?? []),
        theirs: toPairs(theirs.answers),
      });
      return answers?.map(([, answer]) => answer) ?? null;
    }
    default:
      return null;
  }
}

type Three<Value> = { readonly base: Value; readonly mine: Value; readonly theirs: Value };

/** Theirs, without what I took out, with what I put in. */
function mergeSets({ base, mine, theirs }: Three<readonly string[]>): string[] {
  const kept = theirs.filter((item) => mine.includes(item) || !base.includes(item));
  return [...new Set([...kept, ...mine.filter((item) => !base.includes(item))])];
}

/** Null when both changed the value of one key, and not to the same. */
function mergeKeyed<Value>({
  base,
  mine,
  theirs,
}: Three<readonly (readonly [string, Value])[]>): (readonly [string, Value])[] | null {
  const [before, my, their] = [new Map(base), new Map(mine), new Map(theirs)];
  const merged: (readonly [string, Value])[] = [];
  for (const key of new Set([...their.keys(), ...my.keys()])) {
    const iChanged = !isDeepStrictEqual(my.get(key), before.get(key));
    const theyChanged = !isDeepStrictEqual(their.get(key), before.get(key));
    if (iChanged && theyChanged && !isDeepStrictEqual(my.get(key), their.get(key))) return null;
    const value = iChanged ? my.get(key) : their.get(key);
    if (value !== undefined) merged.push([key, value]);
  }
  return merged;
}
