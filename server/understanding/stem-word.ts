const VOWEL = "(?:[aeiou]|(?<![aeiou]|^)y)";
const hasVowel = new RegExp(VOWEL);
const endsCvc = /[^aeiou][aeiouy][^aeiouwxy]$/;
const doubled = /([^aeiouylsz])\1$/;

/** Number of vowel-consonant sequences: Porter's measure of a stem. */
function measure(stem: string): number {
  const shape = stem.replace(/[^aeiouy]|(?<=^|[aeiou])y/g, "c").replace(/[aeiouy]/g, "v");
  return shape.match(/v+c+/g)?.length ?? 0;
}

type Rule = readonly [suffix: string, replacement: string];

const STEP_2: readonly Rule[] = [
  ["ational", "ate"],
  ["ization", "ize"],
  ["iveness", "ive"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["tional", "tion"],
  ["biliti", "ble"],
  ["entli", "ent"],
  ["ousli", "ous"],
  ["ation", "ate"],
  ["alism", "al"],
  ["aliti", "al"],
  ["iviti", "ive"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["izer", "ize"],
  ["abli", "able"],
  ["alli", "al"],
  ["ator", "ate"],
  ["eli", "e"],
];
const STEP_3: readonly Rule[] = [
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ness", ""],
  ["ful", ""],
];
const STEP_4 = /(?:ement|ance|ence|able|ible|ment|(?<=[st])ion|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|ou)$/;

function replaceSuffix(word: string, rules: readonly Rule[]): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix));
  if (rule === undefined) return word;
  const stem = word.slice(0, -rule[0].length);
  return measure(stem) > 0 ? stem + rule[1] : word;
}

function dropPlural(word: string): string {
  if (/(?:ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function dropPastAndGerund(word: string): string {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stem = word.replace(/(?:ed|ing)$/, "");
  if (stem === word || !hasVowel.test(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (doubled.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsCvc.test(stem) ? `${stem}e` : stem;
}

function dropFinalE(word: string): string {
  if (!word.endsWith("e")) return word;
  const stem = word.slice(0, -1);
  const size = measure(stem);
  return size > 1 || (size === 1 && !endsCvc.test(stem)) ? stem : word;
}

/** Customers use the same few thousand words again and again. */
const STEMS_MAX = 20_000;
const REMEMBERED_CHARS_MAX = 24;
const stems = new Map<string, string>();

/** Porter's stem of a lower-case English word, so that refunds, refunded and refunding meet. */
export function stemWord(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = findStem(word);
  if (word.length <= REMEMBERED_CHARS_MAX) {
    if (stems.size >= STEMS_MAX) stems.clear();
    stems.set(word, stem);
  }
  return stem;
}

function findStem(word: string): string {
  const bare = word.replace(/'s?$/, "").replaceAll("'", "");
  if (bare.length <= 2 || !/^[a-z]+$/.test(bare)) return bare;
  let stem = dropPastAndGerund(dropPlural(bare));
  if (stem.endsWith("y") && hasVowel.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = replaceSuffix(replaceSuffix(stem, STEP_2), STEP_3);
  const shorter = stem.replace(STEP_4, "");
  if (shorter !== stem && measure(shorter) > 1) stem = shorter;
  stem = dropFinalE(stem);
  return stem.endsWith("ll") && measure(stem) > 1 ? stem.slice(0, -1) : stem;
}
