import { type Pair, popPair, pushPair } from "./pair-heap.ts";

/** How near two items are: the sum over their texts, each from 0 to 1. Pairs that are not listed are taken for 0. */
export type Nearness = { readonly a: number; readonly b: number; readonly value: number };

/** A text, or what was grouped before: people keep two such apart, so they are never joined. */
export type Item = { readonly texts: number; readonly isFixed: boolean };

export type Grouping = {
  readonly items: readonly Item[];
  readonly near: readonly Nearness[];
  /** Groups are joined while their texts are this near on average. */
  readonly nearnessMin: number;
};

type Group = {
  readonly items: readonly number[];
  readonly texts: number;
  readonly isFixed: boolean;
  /** The sum of nearnesses to each neighbour. */
  readonly sums: Map<number, number>;
};

/**
 * Joins the two nearest groups (by the average over their texts) again and again until none are near enough. Returns the
 * groups with their items, both in rising order of the first item. The same input gives the same groups.
 */
export function groupItems({ items, near, nearnessMin }: Grouping): readonly (readonly number[])[] {
  const groups = seatItems(items, near);
  const heap: Pair[] = [];
  /** How often each group has grown: a pair that was offered before that is out of date. */
  const growths = new Map<number, number>();
  const stampOf = (a: number, b: number) => (growths.get(a) ?? 0) + (growths.get(b) ?? 0);
  const offer = (a: number, b: number): void => {
    const value = averageOf(groups.get(a), groups.get(b), b);
    if (value < nearnessMin) return;
    pushPair(heap, { value, a: Math.min(a, b), b: Math.max(a, b), stamp: stampOf(a, b) });
  };
  for (const [id, { sums }] of groups) for (const other of sums.keys()) if (other > id) offer(id, other);
  for (let pair = popPair(heap); pair !== null; pair = popPair(heap)) {
    const { a, b, stamp } = pair;
    if (stamp !== stampOf(a, b) || !groups.has(a) || !groups.has(b)) continue;
    join(groups, a, b);
    growths.set(a, (growths.get(a) ?? 0) + 1);
    for (const other of groups.get(a)?.sums.keys() ?? []) offer(a, other);
  }
  const found = [...groups.values()].map((group) => group.items.toSorted((a, b) => a - b));
  return found.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** -1 for groups that must stay apart. */
function averageOf(left: Group | undefined, right: Group | undefined, rightId: number): number {
  if (!left || !right || (left.isFixed && right.isFixed)) return -1;
  return (left.sums.get(rightId) ?? 0) / (left.texts * right.texts);
}

/** A group is called by its first item. */
function seatItems(items: readonly Item[], near: readonly Nearness[]): Map<number, Group> {
  const groups = new Map<number, Group>(
    items.map((item, at) => [at, { ...item, items: [at], sums: new Map() }]),
  );
  for (const { a, b, value } of near) {
    addTo(groups.get(a)?.sums, b, value);
    addTo(groups.get(b)?.sums, a, value);
  }
  return groups;
}

function addTo(sums: Map<number, number> | undefined, id: number, value: number): void {
  sums?.set(id, (sums.get(id) ?? 0) + value);
}

/** `b` becomes part of `a`. */
function join(groups: Map<number, Group>, a: number, b: number): void {
  const [left, right] = [groups.get(a), groups.get(b)];
  if (!left || !right) return;
  for (const [other, sum] of right.sums) {
    const sums = groups.get(other)?.sums;
    sums?.delete(b);
    if (other === a) continue;
    left.sums.set(other, (left.sums.get(other) ?? 0) + sum);
    sums?.set(a, left.sums.get(other) ?? 0);
  }
  left.sums.delete(b);
  groups.delete(b);
  groups.set(a, {
    items: left.items.concat(right.items),
    texts: left.texts + right.texts,
    isFixed: left.isFixed || right.isFixed,
    sums: left.sums,
  });
}
