import type { Wording } from "./create-wording.ts";
import { listWords, NUMBER_TOKEN, toToken } from "./extract-features.ts";
import { normalizeText } from "./normalize.ts";
import { ELSEWHERE_OWNER, type RowTable } from "./row-table.ts";

/**
 * Words that somebody says mean the same, or terms (groups of one), beside those that a model was learned with. The list itself is
 * the key of what is prepared for it: a change is another list.
 */
export type WordGroups = readonly (readonly string[])[];

export const NO_WORDS: WordGroups = [];

/** A question in words that the model knows. */
export type Rephrased = {
  readonly key: string;
  /** Which of its words mean which of the model's, as `包裹 = 快递`. */
  readonly because: readonly string[];
};

export type Reading = {
  /** Empty for nearly every question. */
  readonly others: readonly Rephrased[];
  /** Terms in the question that the model has nowhere: what is known of their parts is not about them. */
  readonly newTerms: readonly string[];
};

export type Rephraser = (key: string) => Reading;

const PLAIN: Reading = { others: [], newTerms: [] };

/** Of the words that a model knows for one that it does not; each costs a match. */
const VARIANTS_MAX = 3;
/** Of the words that groups put beside one word; each may be looked for in all rows. */
const OTHERS_MAX = 50;

type Other = { readonly key: string; readonly line: string };
type Entry = {
  readonly tokens: readonly string[];
  /** The same with spaces between. */
  readonly line: string;
  /** None: a term. */
  readonly others: readonly Other[];
};

/**
 * Brings words to a model that was learned without them, and leaves the model as it is. A term that its rows have does nothing here:
 * that would have to be learned.
 *
 * R1. A word that a row has stays: what an author wrote, or refused, is matched as it stands.
 * R2. The synonyms that the model was learned with are in the key already: they win.
 * R3. The longest word wins, and a term hides the words inside it.
 */
export function createRephraser(groups: WordGroups, wording: Wording, table: RowTable): Rephraser {
  const entries = indexByFirst(listEntries(groups, wording));
  if (entries.size === 0) return () => PLAIN;
  const rows = createRowSearch(table);
  return (key) => {
    const words = listWords(key);
    const found = findEntries(words, entries).filter(({ entry }) => !rows.has(entry.line));
    if (found.length === 0) return PLAIN;
    return {
      others: rephrase(words, listSwaps(found, rows)).map(({ key: other, because }) => ({
        ...{ key: wording.toKey(other), because },
      })),
      newTerms: found.flatMap(({ entry }) => (entry.others.length === 0 ? [entry.line] : [])),
    };
  };
}

function listEntries(groups: WordGroups, wording: Wording): readonly Entry[] {
  const entryOf = new Map<string, Entry & { readonly others: Other[] }>();
  for (const group of groups) {
    const keys = [...new Set(group.map(wording.toKey).filter((key) => key !== ""))];
    // Words that the model knows as one already are no term, and one character is none.
    if (keys.length < Math.min(2, group.length) || keys.join("").length < 2) continue;
    const words = keys.map((key) => ({ key, line: listWords(key).map(toExactToken).join(" ") }));
    for (const { key, line } of words) {
      const others = entryOf.get(key)?.others ?? [];
      entryOf.set(key, { tokens: line.split(" "), line, others });
      const free = OTHERS_MAX - others.length;
      if (free > 0) others.push(...words.filter((other) => other.key !== key).slice(0, free));
    }
  }
  return [...entryOf.values()];
}

/** All long numbers are one token to a model; what a thing may be called is this very number. */
function toExactToken(word: string): string {
  const token = toToken(word);
  return token === NUMBER_TOKEN ? word : token;
}

/** A row's line with its long numbers in their places. */
function toExactLine(line: string, key: string): string {
  if (!line.includes(NUMBER_TOKEN)) return line;
  const numbers = listWords(key).filter((word) => toToken(word) === NUMBER_TOKEN);
  return line.replaceAll(NUMBER_TOKEN, () => numbers.shift() ?? NUMBER_TOKEN);
}

/** The longest first. */
function indexByFirst(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const byFirst = new Map<string, Entry[]>();
  for (const entry of entries) {
    const [first = ""] = entry.tokens;
    const same = byFirst.get(first);
    if (same === undefined) byFirst.set(first, [entry]);
    else same.push(entry);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.tokens.length - a.tokens.length);
  return byFirst;
}

type Found = { readonly from: number; readonly to: number; readonly entry: Entry };

function findEntries(
  words: readonly string[],
  entries: ReadonlyMap<string, readonly Entry[]>,
): readonly Found[] {
  const tokens = words.map(toExactToken);
  const found: Found[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const isHere = (entry: Entry) => entry.tokens.every((token, at) => tokens[from + at] === token);
    const entry = entries.get(tokens[from] ?? "")?.find(isHere);
    if (entry === undefined) continue;
    const to = from + entry.tokens.length;
    found.push({ from, to, entry });
    from = to - 1;
  }
  return found;
}

type Swap = { readonly from: number; readonly to: number; readonly others: readonly string[] };

function listSwaps(found: readonly Found[], rows: RowSearch): readonly Swap[] {
  return found.flatMap(({ from, to, entry }) => {
    const others = new Set<string>();
    for (const { key, line } of entry.others) {
      if (others.size === VARIANTS_MAX) break;
      if (rows.say(line)) others.add(key);
    }
    return others.size === 0 ? [] : [{ from, to, others: [...others] }];
  });
}

function rephrase(words: readonly string[], swaps: readonly Swap[]): readonly Rephrased[] {
  const count = Math.max(0, ...swaps.map(({ others }) => others.length));
  return Array.from({ length: count }, (_, variant) => {
    const chosen = swaps.map((swap) => choose(swap, variant));
    return {
      key: write(words, chosen),
      because: chosen.map(({ from, to, other }) => `${toText(words.slice(from, to))} = ${other}`),
    };
  });
}

type Chosen = Pick<Swap, "from" | "to"> & { readonly other: string };

function choose({ from, to, others }: Swap, variant: number): Chosen {
  return { from, to, other: others[Math.min(variant, others.length - 1)] ?? "" };
}

function write(words: readonly string[], chosen: readonly Chosen[]): string {
  const said: string[] = [];
  let at = 0;
  for (const { from, to, other } of chosen) {
    said.push(...words.slice(at, from), other);
    at = to;
  }
  return toText([...said, ...words.slice(at)]);
}

function toText(words: readonly string[]): string {
  return normalizeText(words.join(" "));
}

type RowSearch = {
  /** Some text of an author has these words. */
  has(line: string): boolean;
  /** Some text that speaks for a class has them. */
  say(line: string): boolean;
};

/** All rows as one text, looked through once a word: few questions have a word of any group. */
function createRowSearch({ lines, keys, owners }: RowTable): RowSearch {
  const join = (isWanted: (owner: number) => boolean) =>
    lines
      .flatMap((line, row) =>
        isWanted(owners[row] ?? ELSEWHERE_OWNER) ? [` ${toExactLine(line, keys[row] ?? "")} `] : [],
      )
      .join("\n");
  return {
    has: createSearch(() => join((owner) => owner !== ELSEWHERE_OWNER)),
    say: createSearch(() => join((owner) => owner >= 0)),
  };
}

function createSearch(join: () => string): (line: string) => boolean {
  let text: string | null = null;
  const known = new Map<string, boolean>();
  return (line) => {
    text ??= join();
    const found = known.get(line) ?? text.includes(` ${line} `);
    known.set(line, found);
    return found;
  };
}
