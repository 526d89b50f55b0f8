/**
 * Which number each term has, in typed arrays only: they pass from thread to thread without being copied, which a `Map` of a hundred
 * thousand strings does not. Terms are known by 64 bits of hash; in a million of them two are mistaken for each other once in ten
 * million tables, and then one passage is ranked a little too high.
 */
export type TermTable = {
  /** Two halves of a hash a slot; both zero where the slot is free. */
  readonly hashes: Uint32Array;
  readonly termIds: Int32Array;
};

/** At most two thirds of the slots are taken, so that a search for a free one stays short. */
const SLOTS_PER_TERM = 1.5;

/** The terms get the numbers of their places in the list; no term may stand in it twice. */
export function buildTermTable(terms: readonly string[]): TermTable {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, terms.length * SLOTS_PER_TERM)));
  const hashes = new Uint32Array(slots * 2);
  const termIds = new Int32Array(slots);
  for (const [termId, term] of terms.entries()) {
    const [high, low] = hash(term);
    let slot = low & (slots - 1);
    while (hashes[slot * 2] !== 0 || hashes[slot * 2 + 1] !== 0) slot = (slot + 1) & (slots - 1);
    hashes[slot * 2] = high;
    hashes[slot * 2 + 1] = low;
    termIds[slot] = termId;
  }
  return { hashes, termIds };
}

export function findTermId({ hashes, termIds }: TermTable, term: string): number | undefined {
  const slots = termIds.length;
  const [high, low] = hash(term);
  for (let slot = low & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
    const there = hashes[slot * 2];
    const rest = hashes[slot * 2 + 1];
    if (there === high && rest === low) return termIds[slot];
    if (there === 0 && rest === 0) return undefined;
  }
}

/** Two runs of MurmurHash's mixing over the units of a term; never both zero. */
function hash(term: string): readonly [number, number] {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < term.length; at += 1) {
    const unit = term.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x5bd1e995);
    high ^= high >>> 13;
    low = Math.imul(low ^ unit, 0xcc9e2d51);
    low ^= low >>> 15;
  }
  high = Math.imul(high ^ (high >>> 16), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 13), 0x1b873593);
  return [(high ^ (high >>> 15)) >>> 0, (low ^ (low >>> 16)) >>> 0 || 1];
}
