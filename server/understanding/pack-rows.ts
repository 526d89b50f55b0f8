import { type Corpus, createLexicon } from "./corpus.ts";
import { type PackedBytes, packBytes, packNumbers, unpackBytes, unpackNumbers } from "./pack-bytes.ts";
import type { RowTable } from "./row-table.ts";

/** A row table as plain JSON. Normalising and taking apart thousands of texts anew would hold up the event loop. */
export type PackedRows = {
  /** A line each. */
  readonly keys: string;
  readonly lines: string;
  readonly owners: PackedBytes;
  readonly roles: PackedBytes;
  readonly places: PackedBytes;
  readonly features: PackedBytes;
  /** Row by row: how many features it has, then the steps from id to id, each with what is needed for its count. */
  readonly contents: PackedBytes;
};

export function packRows({ keys, lines, owners, roles, places, corpus }: RowTable): PackedRows {
  return {
    keys: keys.join("\n"),
    lines: lines.join("\n"),
    owners: packNumbers(owners),
    roles: packBytes(roles),
    places: packNumbers(places),
    features: packNumbers(corpus.lexicon.features),
    contents: packContents(corpus),
  };
}

export function unpackRows(packed: PackedRows): RowTable {
  const owners = unpackNumbers(packed.owners);
  const isEmpty = owners.length === 0;
  return {
    keys: isEmpty ? [] : packed.keys.split("\n"),
    lines: isEmpty ? [] : packed.lines.split("\n"),
    owners,
    roles: unpackBytes(packed.roles),
    places: unpackNumbers(packed.places),
    corpus: {
      lexicon: createLexicon(unpackNumbers(packed.features)),
      ...unpackContents(unpackBytes(packed.contents), owners.length),
    },
  };
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. A step is doubled, plus 1 if a count follows. */
function packContents({ starts, ids, counts }: Corpus): PackedBytes {
  const bytes: number[] = [];
  const push = (number: number) => {
    let rest = number;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  };
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const [start, end] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    push(end - start);
    let before = 0;
    for (let at = start; at < end; at += 1) {
      const count = counts[at] ?? 1;
      push(((ids[at] ?? 0) - before) * 2 + Number(count > 1));
      if (count > 1) push(count);
      before = ids[at] ?? 0;
    }
  }
  return packBytes(Uint8Array.from(bytes));
}

function unpackContents(bytes: Uint8Array, rowsCount: number): Omit<Corpus, "lexicon"> {
  const starts = new Int32Array(rowsCount + 1);
  // A feature takes at least one byte: there cannot be more of them than bytes.
  const ids = new Int32Array(bytes.length);
  const counts = new Uint16Array(bytes.length);
  let at = 0;
  const pull = (): number => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      number |= (byte & 127) << shift;
      if (byte < 128) return number;
    }
  };
  let end = 0;
  for (let row = 0; row < rowsCount; row += 1) {
    const next = end + pull();
    let id = 0;
    for (; end < next; end += 1) {
      const step = pull();
      id += step >>> 1;
      ids[end] = id;
      counts[end] = (step & 1) === 1 ? pull() : 1;
    }
    starts[row + 1] = end;
  }
  return { starts, ids: ids.subarray(0, end), counts: counts.subarray(0, end) };
}
