import type { CutPassage } from "../passages/cut-passages.ts";

/** A passage as it is stored now. */
export type StoredPassage = {
  readonly id: string;
  readonly key: string;
  readonly titlePath: readonly string[];
  readonly text: string;
  readonly isEdited: boolean;
};

/** What a new reading makes of the passages that are there. */
export type PassagePlan = {
  readonly inserted: readonly (CutPassage & { readonly position: number })[];
  /** Said again, perhaps elsewhere: row, text and edits stay. */
  readonly kept: readonly (CutPassage & { readonly id: string; readonly position: number })[];
  /** Edited, and what they were edited from has changed: the edit stays and somebody is asked to look at it. */
  readonly outdated: readonly (CutPassage & { readonly id: string; readonly position: number })[];
  /** Edited, and nothing like them is left in the document. */
  readonly orphaned: readonly { readonly id: string; readonly position: number }[];
  readonly removed: readonly string[];
};

/** This much of an edited passage in a new one, and it is taken for its successor. */
const LIKENESS_MIN = 0.5;

/** Nobody's edit is ever lost: passages that a person has changed outlive every change of the document. */
export function planPassages(stored: readonly StoredPassage[], passages: readonly CutPassage[]): PassagePlan {
  const byKey = new Map(stored.map((passage) => [passage.key, passage]));
  const placed = passages.map((passage, position) => ({ ...passage, position }));
  const kept = placed.flatMap((passage) => {
    const known = byKey.get(passage.key);
    return known === undefined ? [] : [{ ...passage, id: known.id }];
  });
  const keptIds = new Set(kept.map(({ id }) => id));
  let fresh = placed.filter(({ key }) => !byKey.has(key));
  const gone = stored.filter(({ id }) => !keptIds.has(id));
  const outdated: (CutPassage & { id: string; position: number })[] = [];
  const orphaned: { id: string; position: number }[] = [];
  for (const edited of gone.filter(({ isEdited }) => isEdited)) {
    const successor = findSuccessor(edited, fresh);
    if (successor === null) orphaned.push({ id: edited.id, position: passages.length + orphaned.length });
    else {
      outdated.push({ ...successor, id: edited.id });
      fresh = fresh.filter((passage) => passage !== successor);
    }
  }
  const removed = gone.filter(({ isEdited }) => !isEdited).map(({ id }) => id);
  return { inserted: fresh, kept, outdated, orphaned, removed };
}

function findSuccessor<Passage extends CutPassage>(
  edited: StoredPassage,
  fresh: readonly Passage[],
): Passage | null {
  const pairs = toPairs(edited.text);
  let best: Passage | null = null;
  let bestLikeness = LIKENESS_MIN;
  for (const passage of fresh) {
    if (passage.titlePath.join("\n") !== edited.titlePath.join("\n")) continue;
    const likeness = compare(pairs, toPairs(passage.text));
    if (likeness >= bestLikeness) {
      best = passage;
      bestLikeness = likeness;
    }
  }
  return best;
}

function toPairs(text: string): ReadonlySet<string> {
  const plain = text.replace(/\s+/g, "");
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
}

/** Dice's coefficient: twice what both have, of what each has. */
function compare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / Math.max(1, a.size + b.size);
}
