import type { NearEntry } from "#drizzle/schema/learning.ts";
import { createWording } from "../../../understanding/create-wording.ts";
import { dropMasked } from "../collect/drop-masked.ts";
import { groupItems, type Nearness } from "./group-items.ts";
import { createNearnessMeter, type NearnessMeter } from "./measure-nearness.ts";

export type AskedText = { readonly text: string; readonly key: string; readonly asks: number };

export type GroupingOrder = {
  /** Words that mean the same, and single terms, of the workspace and its bases. */
  readonly synonyms: readonly (readonly string[])[];
  /** What was grouped before, each with some of its texts. It keeps them; new ones may join it. */
  readonly clusters: readonly {
    readonly id: string;
    readonly isOpen: boolean;
    readonly texts: readonly AskedText[];
  }[];
  /** Texts in no cluster, each once. */
  readonly fresh: readonly AskedText[];
  /** What is worked on in all bases. */
  readonly entries: readonly {
    readonly id: string;
    readonly baseId: string;
    readonly phrasings: readonly string[];
  }[];
};

export type Grouped = {
  /** Null is a new cluster. */
  readonly id: string | null;
  /** Nobody has decided about it. */
  readonly isOpen: boolean;
  readonly title: string;
  /** Keys of the fresh texts that belong to it. */
  readonly keys: readonly string[];
  readonly near: readonly NearEntry[];
};

/**
 * On average over all pairs. Of phrasings that have little in common (those of banking_faq, ten-shot BANKING77) 87 % lie with their
 * like at 0.4, and 82 % at 0.35: clusters rather stay small than mix subjects, since two are joined sooner than one is taken apart.
 */
const NEARNESS_MIN = 0.4;
/** Less is not even told apart from 0. */
const PAIR_MIN = 0.2;
/** An entry less near is no help to whoever decides. */
const ENTRY_MIN = 0.3;
export const ENTRIES_MAX = 3;
/** Texts of a cluster that stand for it, the most asked first. */
const TYPICAL_MAX = 8;

/**
 * Puts fresh questions into the clusters that they are like, or into new ones, and says which entries each open cluster is near to.
 * Clusters that there are stay apart. Pure and deterministic; some seconds for thousands of texts.
 */
export function groupQuestions({ synonyms, clusters, fresh, entries }: GroupingOrder): readonly Grouped[] {
  const wording = createWording(synonyms);
  const stock: Stock = {
    rows: [...clusters.flatMap(({ texts }) => texts), ...fresh],
    // First the clusters, then each fresh text by itself, as the rows lie.
    items: Int32Array.from([
      ...clusters.flatMap(({ texts }, item) => texts.map(() => item)),
      ...fresh.map((_, at) => clusters.length + at),
    ]),
    fixedCount: clusters.length,
  };
  const phrasings = entries.flatMap(({ id, baseId, phrasings: texts }) =>
    texts.map((text) => ({ entryId: id, baseId, text })),
  );
  const meter = createNearnessMeter(
    [...stock.rows, ...phrasings].map(({ text }) => dropMasked(text)),
    wording,
  );
  const groups = groupItems({
    items: [
      ...clusters.map(({ texts }) => ({ texts: texts.length, isFixed: true })),
      ...fresh.map(() => ({ texts: 1, isFixed: false })),
    ],
    near: listPairs(stock, meter),
    nearnessMin: NEARNESS_MIN,
  });
  const rowsOf = listRows(stock.items);
  return groups.flatMap((items): readonly Grouped[] => {
    // Only the first can be a cluster: two are never joined.
    const cluster = clusters[items[0] ?? -1];
    const keys = items.flatMap((item) => fresh[item - clusters.length]?.key ?? []);
    if (cluster !== undefined && !cluster.isOpen && keys.length === 0) return [];
    const group = items.flatMap((item) => rowsOf[item] ?? []);
    const found = { id: cluster?.id ?? null, isOpen: cluster?.isOpen ?? true, keys };
    return [{ ...found, ...nameGroup(group, { rows: stock.rows, meter, phrasings }) }];
  });
}

/** The texts, and the item that each belongs to; items below `fixedCount` are clusters. */
type Stock = { readonly rows: readonly AskedText[]; readonly items: Int32Array; readonly fixedCount: number };

/** Each fresh text is compared with all before it. */
function listPairs({ rows, items, fixedCount }: Stock, meter: NearnessMeter): readonly Nearness[] {
  const pairs: Nearness[] = [];
  const sums = new Float64Array(fixedCount);
  const firstFresh = items.findIndex((item) => item >= fixedCount);
  for (let row = firstFresh; row >= 0 && row < rows.length; row += 1) {
    const a = items[row] ?? 0;
    const touched: number[] = [];
    meter.forEachNear(row, { from: 0, end: row, min: PAIR_MIN }, (other, value) => {
      const b = items[other] ?? 0;
      if (b >= fixedCount) pairs.push({ a, b, value });
      else {
        if (sums[b] === 0) touched.push(b);
        sums[b] = (sums[b] ?? 0) + value;
      }
    });
    for (const b of touched) {
      pairs.push({ a, b, value: sums[b] ?? 0 });
      sums[b] = 0;
    }
  }
  return pairs;
}

function listRows(items: Int32Array): readonly (readonly number[])[] {
  const rows: number[][] = [];
  for (const [row, item] of items.entries()) {
    rows[item] ??= [];
    rows[item].push(row);
  }
  return rows;
}

type Shelf = {
  readonly rows: readonly AskedText[];
  readonly meter: NearnessMeter;
  /** Their rows follow those of the texts. */
  readonly phrasings: readonly { readonly entryId: string; readonly baseId: string }[];
};

/** The most typical text of a group (near to all that it asked, counting how often each was), and the entries that its texts are near to. */
function nameGroup(
  group: readonly number[],
  { rows, meter, phrasings }: Shelf,
): Pick<Grouped, "title" | "near"> {
  const isIn = new Set(group);
  const best = new Map<string, NearEntry>();
  let first = { row: -1, score: -1 };
  for (const row of group.toSorted((a, b) => compareAsked(rows[a], rows[b])).slice(0, TYPICAL_MAX)) {
    let score = rows[row]?.asks ?? 0;
    meter.forEachNear(
      row,
      { from: 0, end: rows.length + phrasings.length, min: PAIR_MIN },
      (other, value) => {
        if (other < rows.length) score += isIn.has(other) ? value * (rows[other]?.asks ?? 0) : 0;
        else keepBest(best, phrasings[other - rows.length], value);
      },
    );
    if (score > first.score) first = { row, score };
  }
  const near = [...best.values()].sort((a, b) => b.nearness - a.nearness || (a.entryId < b.entryId ? -1 : 1));
  return { title: rows[first.row]?.text ?? "", near: near.slice(0, ENTRIES_MAX) };
}

function keepBest(
  best: Map<string, NearEntry>,
  phrasing: Shelf["phrasings"][number] | undefined,
  value: number,
) {
  const nearness = Math.round(value * 100) / 100;
  if (phrasing === undefined || nearness < ENTRY_MIN) return;
  const { entryId, baseId } = phrasing;
  if (nearness > (best.get(entryId)?.nearness ?? 0)) best.set(entryId, { entryId, baseId, nearness });
}

/** Asked more often first, then the shorter, then the one that sorts first. */
function compareAsked(left: AskedText | undefined, right: AskedText | undefined): number {
  if (left === undefined || right === undefined) return 0;
  return right.asks - left.asks || left.text.length - right.text.length || (left.text < right.text ? -1 : 1);
}
