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
};

export function packRows({ keys, lines, owners, roles, places }: RowTable): PackedRows {
  return {
    keys: keys.join("\n"),
    lines: lines.join("\n"),
    owners: packNumbers(owners),
    roles: packBytes(roles),
    places: packNumbers(places),
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
  };
}
