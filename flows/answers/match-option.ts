import { normalise } from "./normalise.ts";
import { parseHanNumber } from "./parse-number.ts";

export type Choosable = { readonly id: string; readonly label: string; readonly synonyms: readonly string[] };

/** Longer texts are stories; comparing them letter by letter with labels would only find accidents. */
const FUZZY_MAX_CHARS = 40;

/** Share of letters that must agree; 0.6 forgives one slip in three letters and two in five. */
const SIMILARITY_MIN = 0.6;

/** A second option this close makes the first a guess. */
const SIMILARITY_MARGIN = 0.15;

const NEGATION_BEFORE = /(?:不|不要|不想|不是|不用|没|没有|别|not|don't|do not|no)\s*(?:a |an |the |to )?$/u;

const ORDINAL_WORDS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

const NUMBERED =
  /^(?:我?(?:选|要|选择)?第?|option |number |no\.? ?|#)\s*(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:个|号|项|条|种|款)?吧?$/u;

/**
 * Which option a typed message means: by its label or a synonym, its number (`2`, `第二个`, `②`), a label within the message or
 * the other way round, or with a slip of the pen. Null when nothing fits, or more than one does.
 */
export function matchOption(text: string, options: readonly Choosable[]): Choosable | null {
  const said = normalise(text);
  if (said === "") return null;
  return (
    findExact(said, options) ??
    findByNumber(said, options) ??
    findWithin(said, options) ??
    findSimilar(said, options)
  );
}

/** Label, synonym or number only: for customers who must not be misread. */
export function matchOptionStrictly(text: string, options: readonly Choosable[]): Choosable | null {
  const said = normalise(text);
  return said === "" ? null : (findExact(said, options) ?? findByNumber(said, options));
}

/** The number that a message names an option by, from 1; null when it names none. `last` and `最后一个` give the last of `count`. */
export function parseOptionNumber(text: string, count: number): number | null {
  const said = normalise(text);
  if (/^(?:最后一?[个项条种款]?|(?:the )?last(?: one)?)$/u.test(said)) return count;
  const ordinal = ORDINAL_WORDS.indexOf(said.replace(/^the | one$/gu, "").replace(/ one$/u, ""));
  if (ordinal >= 0) return ordinal < count ? ordinal + 1 : null;
  const found = NUMBERED.exec(said)?.groups?.number;
  const number = found === undefined ? null : /^\d/u.test(found) ? Number(found) : parseHanNumber(found);
  return number !== null && number >= 1 && number <= count ? number : null;
}

function findByNumber(said: string, options: readonly Choosable[]): Choosable | null {
  const number = parseOptionNumber(said, options.length);
  return number === null ? null : (options[number - 1] ?? null);
}

function findExact(said: string, options: readonly Choosable[]): Choosable | null {
  return options.find((option) => namesOf(option).includes(said)) ?? null;
}

function findWithin(said: string, options: readonly Choosable[]): Choosable | null {
  const held = options.flatMap((option) => {
    const longest = namesOf(option)
      .filter((name) => name.length >= 2 && isSaid(said, name))
      .sort((a, b) => b.length - a.length)[0];
    return longest === undefined ? [] : [{ option, name: longest }];
  });
  // `退货进度` holds `退货` too; the longer name is the one that was meant.
  const widest = held.filter(
    ({ name }) => !held.some((other) => other.name !== name && other.name.includes(name)),
  );
  if (widest.length > 0) return widest.length === 1 ? (widest[0]?.option ?? null) : null;
  if (said.length < 2) return null;
  const holding = options.filter((option) => namesOf(option).some((name) => isSaid(name, said)));
  return holding.length === 1 ? (holding[0] ?? null) : null;
}

/** Latin words must stand alone (`hi` is not in `this`); a word that is denied was not chosen. */
function isSaid(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  const before = text.slice(0, at);
  const after = text.slice(at + word.length);
  const cutsWord =
    (/^[a-z0-9]/u.test(word) && /[a-z0-9]$/u.test(before)) ||
    (/[a-z0-9]$/u.test(word) && /^[a-z0-9]/u.test(after));
  return !cutsWord && !NEGATION_BEFORE.test(before);
}

function findSimilar(said: string, options: readonly Choosable[]): Choosable | null {
  if (said.length < 3 || said.length > FUZZY_MAX_CHARS) return null;
  const ranked = options
    .map((option) => ({
      option,
      score: Math.max(0, ...namesOf(option).map((name) => toSimilarity(said, name))),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined || best.score < SIMILARITY_MIN) return null;
  return best.score - (second?.score ?? 0) < SIMILARITY_MARGIN ? null : best.option;
}

function namesOf(option: Choosable): readonly string[] {
  return [option.label, ...option.synonyms].map(normalise).filter((name) => name !== "");
}

/** 1 minus the share of letters to change (Levenshtein). */
function toSimilarity(left: string, right: string): number {
  const a = [...left];
  const b = [...right.slice(0, FUZZY_MAX_CHARS * 2)];
  let previous = b.map((_, index) => index + 1);
  let corner = 0;
  for (const [row, char] of a.entries()) {
    corner = row;
    let leftCost = row + 1;
    previous = previous.map((above, column) => {
      const cost = Math.min(above + 1, leftCost + 1, corner + (b[column] === char ? 0 : 1));
      corner = above;
      leftCost = cost;
      return cost;
    });
  }
  return 1 - (previous.at(-1) ?? a.length) / Math.max(a.length, b.length, 1);
}
