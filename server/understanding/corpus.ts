import { groupOf, type TextFeatures } from "./extract-features.ts";

/** A text as numbers: ids of its features, below 0 for one that the lexicon lacks, and how often each occurs. */
export type IndexedText = { readonly ids: ArrayLike<number>; readonly counts: ArrayLike<number> };

export function textOfRow({ starts, ids, counts }: Corpus, row: number): IndexedText {
  const [start, end] = [starts[row] ?? 0, starts[row + 1] ?? 0];
  return { ids: ids.subarray(start, end), counts: counts.subarray(start, end) };
}

/** All features of all rows by number, and the way back from a feature to its number. */
export type Lexicon = {
  readonly features: Int32Array;
  toIndexed(text: Omit<TextFeatures, "tokens">): IndexedText;
};

/** The features of all rows in one stretch; row r has those from starts[r] up to starts[r + 1], by rising id. */
export type Corpus = {
  readonly lexicon: Lexicon;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly counts: Uint16Array;
};

/** The group of an unknown feature still counts: it is kept as -1, -2, -3 or -4. */
export function groupOfId(id: number, features: Int32Array): number {
  return id < 0 ? -1 - id : groupOf(features[id] ?? 0);
}

/** Open addressing over typed arrays: a map of numbers would take ten times as long to build. */
export function createLexicon(features: Int32Array): Lexicon {
  let slots = 16;
  while (slots < features.length * 2) slots *= 2;
  const idOfSlot = new Int32Array(slots).fill(-1);
  const toSlot = (feature: number) => (Math.imul(feature, 0x9e3779b1) >>> 7) & (slots - 1);
  for (let id = 0; id < features.length; id += 1) {
    let slot = toSlot(features[id] ?? 0);
    while (idOfSlot[slot] !== -1) slot = (slot + 1) & (slots - 1);
    idOfSlot[slot] = id;
  }
  const toId = (feature: number): number => {
    let slot = toSlot(feature);
    for (;;) {
      const id = idOfSlot[slot] ?? -1;
      if (id === -1) return -1 - groupOf(feature);
      if (features[id] === feature) return id;
      slot = (slot + 1) & (slots - 1);
    }
  };
  const toIndexed: Lexicon["toIndexed"] = ({ features: wanted, counts, codes }) => {
    const ids = wanted.map(toId);
    const firstCode = wanted.length - codes;
    if (codes === 0 || ids.every((id, at) => at < firstCode || id >= 0)) return { ids, counts };
    const isKept = (_: unknown, at: number) => at < firstCode || (ids[at] ?? -1) >= 0;
    return { ids: ids.filter(isKept), counts: counts.filter(isKept) };
  };
  return { features, toIndexed };
}

/** Numbers features in the order of their first row. */
export function indexTexts(texts: readonly TextFeatures[]): Corpus {
  const idOf = new Map<number, number>();
  const starts = new Int32Array(texts.length + 1);
  for (const [row, { features }] of texts.entries()) {
    starts[row + 1] = (starts[row] ?? 0) + features.length;
    for (const feature of features) if (!idOf.has(feature)) idOf.set(feature, idOf.size);
  }
  const ids = new Int32Array(starts[texts.length] ?? 0);
  const counts = new Uint16Array(ids.length);
  for (const [row, text] of texts.entries()) {
    const start = starts[row] ?? 0;
    const pairs = text.features.map((feature, at) => [idOf.get(feature) ?? 0, text.counts[at] ?? 0] as const);
    for (const [at, [id, count]] of pairs.sort((a, b) => a[0] - b[0]).entries()) {
      ids[start + at] = id;
      counts[start + at] = count;
    }
  }
  return { lexicon: createLexicon(Int32Array.from(idOf.keys())), starts, ids, counts };
}
