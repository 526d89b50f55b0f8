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

/** An option with all that it may be called by, in normal form; made once a message. */
type Named<Option> = { readonly option: Option; readonly names: readonly string[] };

/**
 * Which option a typed message means: by its label or a synonym, its number (`2`, `第二个`, `②`), a label within the message or
 * the other way round, or with a slip of the pen. Null when nothing fits, or more than one does.
 */
export function matchOption<Option extends Choosable>(
  text: string,
  options: readonly Option[],
): Option | null {
  const said = normalise(text);
  if (said === "") return null;
  const named = options.map(toNamed);
  return (
    findExact(said, named) ??
    findByNumber(said, options) ??
    findWithin(said, named) ??
    findSimilar(said, named)
  );
}

/** Label, synonym or number only: for customers who must not be misread. */
export function matchOptionStrictly<Option extends Choosable>(
  text: string,
  options: readonly Option[],
): Option | null {
  const said = normalise(text);
  return said === "" ? null : (findExact(said, options.map(toNamed)) ?? findByNumber(said, options));
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

function findByNumber<Option>(said: string, options: readonly Option[]): Option | null {
  const number = parseOptionNumber(said, options.length);
  return number === null ? null : (options[number - 1] ?? null);
}

function findExact<Option>(said: string, named: readonly Named<Option>[]): Option | null {
  return named.find(({ names }) => names.includes(said))?.option ?? null;
}

function findWithin<Option>(said: string, named: readonly Named<Option>[]): Option | null {
  const held = named.flatMap(({ option, names }) => {
    const [longest] = names
      .filter((name) => name.length >= 2 && isSaid(said, name))
      .sort((a, b) => b.length - a.length);
    return longest === undefined ? [] : [{ option, name: longest }];
  });
  // `退货进度` holds `退货` too; the longer name is the one that was meant.
  const widest = held.filter(
    ({ name }) => !held.some((other) => other.name !== name && other.name.includes(name)),
  );
  if (widest.length > 0) return widest.length === 1 ? (widest[0]?.option ?? null) : null;
  if (said.length < 2) return null;
  const holding = named.filter(({ names }) => names.some((name) => isSaid(name, said)));
  return holding.length === 1 ? (holding[0]?.option ?? null) : null;
}

/** Latin words must stand alone (`hi` is not in `this`); a word that is denied was not chosen. */
function isSaid(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  // A denial stands right before; looking further back would only cost time.
  const before = text.slice(Math.max(0, at - 20), at);
  const after = text.slice(at + word.length);
  const cutsWord =
    (/^[a-z0-9]/u.test(word) && /[a-z0-9]$/u.test(before)) ||
    (/[a-z0-9]$/u.test(word) && /^[a-z0-9]/u.test(after));
  return !cutsWord && !NEGATION_BEFORE.test(before);
}

function findSimilar<Option>(said: string, named: readonly Named<Option>[]): Option | null {
  if (said.length < 3 || said.length > FUZZY_MAX_CHARS) return null;
  const [best, second] = named
    .map(({ option, names }) => ({
      option,
      score: Math.max(0, ...names.map((name) => toSimilarity(said, name))),
    }))
    .sort((a, b) => b.score - a.score);
  if (best === undefined || best.score < SIMILARITY_MIN) return null;
  return best.score - (second?.score ?? 0) < SIMILARITY_MARGIN ? null : best.option;
}

function toNamed<Option extends Choosable>(option: Option): Named<Option> {
  const names = [option.label, ...option.synonyms].map(normalise).filter((name) => name !== "");
  return { option, names };
}

/** 1 minus the share of letters to change (Levenshtein). */
function toSimilarity(left: string, right: string): number {
  const a = [...left];
  const b = [...right.slice(0, FUZZY_MAX_CHARS * 2)];
  // So different in length that too few letters could agree.
  if (Math.min(a.length, b.length) < SIMILARITY_MIN * Math.max(a.length, b.length)) return 0;
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
