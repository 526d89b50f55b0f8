import { stemWord } from "./stem-word.ts";

/** Weight of each group of features (word, pair, Han, piece); found on the training splits of public sets. */
export const GROUP_WEIGHTS: readonly number[] = [1, 0.5, 1.2, 0.8];
const WORD = 0;
const PAIR = 1;
const HAN_GROUP = 2;
const PIECE = 3;

/** What one text is made of: its tokens in order, and how often each feature occurs. */
export type TextFeatures = {
  readonly tokens: readonly string[];
  /**
   * Distinct features, each as the upper 30 bits of a hash with its group in the lower two. Two features that share
   * a hash would count as one; of 20,000 a pair does so once in some ten bots.
   */
  readonly features: readonly number[];
  readonly counts: readonly number[];
  /** The last so many features are codes: a code that no example has is an order number, and says nothing. */
  readonly codes: number;
};

const TOKEN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:'[\p{L}\p{M}]+)*|\p{N}+/gu;
const HAN = /^\p{Script=Han}$/u;
/** An order number is never seen twice: all long numbers are one feature. */
const LONG_NUMBER = /^\p{N}{3,}$/u;
export const NUMBER_TOKEN = "#";
/** The AX-108 and the AX-109 differ in this only: short enough to be a model, a size or a price, it is a feature of its own besides. */
const CODE = /^\p{N}{3,5}$/u;
const NUMBER_START = /^\p{N}/u;
const TOKENS_MAX = 200;
const PIECES_OF_CHARS_MAX = 40;
const SPACE = 32;

export function groupOf(feature: number): number {
  return feature & 3;
}

/** Single words and Han features say what a text is about; pairs and pieces only how it is put. */
export function isWordGroup(group: number): boolean {
  return group === WORD || group === HAN_GROUP;
}

function isLatin(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isCommonHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Words (English words, single Han characters, numbers) of normalised text. */
export function listWords(normalized: string): readonly string[] {
  return listPlainWords(normalized) ?? (normalized.match(TOKEN) ?? []).slice(0, TOKENS_MAX);
}

/** The same without a pattern, for text of common Han, a to z, digits and spaces only; null for any other. */
function listPlainWords(normalized: string): readonly string[] | null {
  const words: string[] = [];
  let at = 0;
  while (at < normalized.length) {
    const unit = normalized.charCodeAt(at);
    const end = endOfWord(normalized, at);
    if (end === -1) return null;
    if (unit !== SPACE) words.push(end === at + 1 ? normalized.charAt(at) : normalized.slice(at, end));
    at = end;
  }
  return words.length > TOKENS_MAX ? words.slice(0, TOKENS_MAX) : words;
}

/** -1: not plain. */
function endOfWord(normalized: string, start: number): number {
  const unit = normalized.charCodeAt(start);
  let end = start + 1;
  if (isLatin(unit)) while (isLatin(normalized.charCodeAt(end))) end += 1;
  else if (isDigit(unit)) while (isDigit(normalized.charCodeAt(end))) end += 1;
  else if (!isCommonHan(unit) && unit !== SPACE) return -1;
  return end;
}

export function isHan(token: string): boolean {
  return token.length === 1 && isCommonHan(token.charCodeAt(0)) ? true : HAN.test(token);
}

/** A word as it is compared: without its ending, and all long numbers as one. */
export function toToken(word: string): string {
  return isHan(word) ? word : LONG_NUMBER.test(word) ? NUMBER_TOKEN : stemWord(word);
}

function mix(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x5bd1e995);
  return mixed ^ (mixed >>> 15);
}

function hashPart(text: string, start: number, end: number): number {
  let hash = 0x2545f491;
  for (let at = start; at < end; at += 1) hash = mix(hash, text.charCodeAt(at));
  return hash;
}

/** Not the same the other way round: 能不 is not 不能. */
function join(left: number, right: number): number {
  return mix(Math.imul(left, 0x01000193), right);
}

const START = hashPart("^", 0, 1);
const END = hashPart("$", 0, 1);
const TERM = hashPart("term", 0, 4);
const NUMBERED = hashPart("code", 0, 4);

/** Room for twice as many features as the longest text can have; a slot counts only with the stamp of its text. */
const SLOTS = 1 << 16;
const slotStamps = new Int32Array(SLOTS);
const slotFeatures = new Int32Array(SLOTS);
const slotPlaces = new Int32Array(SLOTS);
let stamp = 0;

type Counter = { readonly features: number[]; readonly counts: number[] };

function count({ features, counts }: Counter, hash: number, group: number): void {
  const feature = (mix(hash, 0x51ed270b) & ~3) | group;
  let slot = (feature ^ (feature >>> 16)) & (SLOTS - 1);
  while (slotStamps[slot] === stamp) {
    if (slotFeatures[slot] === feature) {
      const place = slotPlaces[slot] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
      return;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
  slotStamps[slot] = stamp;
  slotFeatures[slot] = feature;
  slotPlaces[slot] = features.length;
  features.push(feature);
  counts.push(1);
}

/**
 * Turns normalised text into word stems, neighbouring pairs, Han characters and pairs, and letter pieces. `terms` are words of
 * the business that stand in it: each is one feature more, so that 以旧换新 says more than its characters.
 */
export function extractFeatures(
  normalized: string,
  { terms = [], hasCodes = false }: { readonly terms?: readonly string[]; readonly hasCodes?: boolean } = {},
): TextFeatures {
  const counter: Counter = { features: [], counts: [] };
  stamp = (stamp + 1) | 0;
  const tokens: string[] = [];
  const codes: string[] = [];
  let previous = START;
  let wasHan = false;
  for (const word of listWords(normalized)) {
    const han = isHan(word);
    const token = toToken(word);
    if (token === NUMBER_TOKEN && CODE.test(word)) codes.push(word);
    const hash = hashPart(token, 0, token.length);
    tokens.push(token);
    count(counter, join(previous, hash), PAIR);
    if (han) {
      count(counter, hash, HAN_GROUP);
      if (wasHan) count(counter, join(previous, hash), HAN_GROUP);
    } else {
      count(counter, hash, WORD);
      countPieces(counter, word);
    }
    previous = hash;
    wasHan = han;
  }
  if (tokens.length > 0) count(counter, join(previous, END), PAIR);
  for (const term of terms) count(counter, join(TERM, hashPart(term, 0, term.length)), HAN_GROUP);
  const before = counter.features.length;
  if (hasCodes)
    for (const code of codes) count(counter, join(NUMBERED, hashPart(code, 0, code.length)), WORD);
  return { tokens, ...counter, codes: counter.features.length - before };
}

function countPieces(counter: Counter, word: string): void {
  if (NUMBER_START.test(word)) return;
  const framed = `^${word.slice(0, PIECES_OF_CHARS_MAX)}$`;
  for (let size = 2; size <= 4; size += 1) {
    for (let at = 0; at + size <= framed.length; at += 1)
      count(counter, hashPart(framed, at, at + size), PIECE);
  }
}
