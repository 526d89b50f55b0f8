import type { NearEntry } from "#drizzle/schema/learning.ts";
import { dropMasked } from "../collect/drop-masked.ts";
import { groupItems, type Nearness } from "./group-items.ts";
import { ENTRIES_MAX, type Grouped } from "./group-questions.ts";

/**
 * What words cannot join: groups of questions that mean the same and share hardly a word. A group is compared by its title alone, and
 * only new groups and open clusters are: what somebody has decided is never added to by meaning, and two clusters stay apart.
 */

/** Titles of one run: each costs a provider a text, or this machine some 30 ms. */
const NEW_MAX = 200;
const CLUSTERS_MAX = 200;

export type Title = { readonly at: number; readonly text: string };

/** The titles to be compared: of new groups the most asked, of clusters the newest. None where there is nothing to join. */
export function pickTitles(groups: readonly Grouped[]): readonly Title[] {
  const titles = groups.flatMap(({ id, isOpen, title }, at) => {
    const text = dropMasked(title).trim();
    return isOpen && text !== "" ? [{ at, text, isNew: id === null }] : [];
  });
  const fresh = titles.filter(({ isNew }) => isNew).slice(0, NEW_MAX);
  const known = titles.filter(({ isNew }) => !isNew).slice(-CLUSTERS_MAX);
  if (fresh.length === 0 || fresh.length + known.length < 2) return [];
  return [...known, ...fresh].map(({ at, text }) => ({ at, text }));
}

export type JoinOrder = {
  readonly groups: readonly Grouped[];
  /** Places of groups whose titles have a vector, in the order of the vectors. */
  readonly places: readonly number[];
  /** Vectors of length 1, one behind the other, as Base64 of 32-bit floats. */
  readonly vectors: string;
  /** From here on two titles mean the same. */
  readonly bar: number;
};

/** Pure and deterministic. Groups are joined while every two of their titles mean the same: a chain of likenesses joins nothing. */
export function joinAlike({ groups, places, vectors, bar }: JoinOrder): readonly Grouped[] {
  const bytes = Buffer.from(vectors, "base64");
  const values = new Float32Array(
    bytes.buffer,
    bytes.byteOffset,
    bytes.length / Float32Array.BYTES_PER_ELEMENT,
  );
  const joined = groupItems({
    items: places.map((place) => ({ texts: 1, isFixed: groups[place]?.id !== null })),
    near: listPairs(values, places.length, bar),
    nearnessMin: bar,
  });
  const gone = new Set<number>();
  const grown = new Map<number, Grouped>();
  for (const items of joined) {
    const members = items.flatMap((item) => places[item] ?? []).sort((a, b) => a - b);
    // Clusters stand before new groups, and of these the more asked ones first.
    const [first, ...others] = members;
    if (first === undefined || others.length === 0) continue;
    for (const other of others) gone.add(other);
    const one = joinGroups(members.flatMap((member) => groups[member] ?? []));
    if (one !== null) grown.set(first, one);
  }
  return groups.flatMap((group, at) => (gone.has(at) ? [] : [grown.get(at) ?? group]));
}

function joinGroups([first, ...others]: readonly Grouped[]): Grouped | null {
  if (first === undefined) return null;
  const best = new Map<string, NearEntry>();
  for (const entry of [first, ...others].flatMap(({ near }) => near))
    if (entry.nearness > (best.get(entry.entryId)?.nearness ?? 0)) best.set(entry.entryId, entry);
  const near = [...best.values()].sort((a, b) => b.nearness - a.nearness || (a.entryId < b.entryId ? -1 : 1));
  return {
    ...first,
    keys: [first, ...others].flatMap(({ keys }) => keys),
    near: near.slice(0, ENTRIES_MAX),
  };
}

function listPairs(values: Float32Array, count: number, bar: number): readonly Nearness[] {
  const dimensions = values.length / count;
  const pairs: Nearness[] = [];
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1) {
      let value = 0;
      for (let at = 0; at < dimensions; at += 1)
        value += (values[a * dimensions + at] ?? 0) * (values[b * dimensions + at] ?? 0);
      if (value >= bar) pairs.push({ a, b, value });
    }
  return pairs;
}
