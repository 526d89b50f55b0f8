import { isDeepStrictEqual } from "node:util";
import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import { type BaseKey, getBase } from "../../bases/get-base.ts";
import { entriesOfRelease, nextEntriesOf, type ReleaseEntry } from "./release-content.ts";

/** More are counted, not shown. */
const SHOWN_MAX = 300;

export type EntryDifference =
  | { readonly type: "added"; readonly entryId: string; readonly to: ReleaseEntry }
  | { readonly type: "removed"; readonly entryId: string; readonly from: ReleaseEntry }
  | {
      readonly type: "changed";
      readonly entryId: string;
      readonly fields: readonly (keyof ReleaseEntry)[];
      readonly from: ReleaseEntry;
      readonly to: ReleaseEntry;
    };

type Sides = {
  /** Null is before the first release. */
  readonly from: number | null;
  /** "next" is what a release made now would hold. */
  readonly to: number | "next";
};

type Row = {
  readonly entryId: string;
  readonly from: ReleaseEntry | null;
  readonly to: ReleaseEntry | null;
  readonly total: number;
};

/** Entry by entry what differs between two releases, or between one and what would be released now. */
export async function compareReleases(
  tx: TransactionSql,
  { workspaceId, baseId, from, to }: BaseKey & Sides,
): Promise<{ readonly differences: readonly EntryDifference[]; readonly total: number }> {
  const key = { workspaceId, baseId };
  await getBase(tx, key);
  for (const number of [from, to]) if (typeof number === "number") await assertRelease(tx, key, number);
  // The whole is compared by the database: two large releases would hold the event loop up.
  const rows = await tx<Row[]>`
    select coalesce(a.id, b.id) as "entryId", a.entry as from, b.entry as to, count(*) over()::int as total
    from (${from === null ? tx`select null::uuid as id, null::jsonb as entry where false` : entriesOfRelease(tx, key, from)}) a
    full join (${to === "next" ? nextEntriesOf(tx, key) : entriesOfRelease(tx, key, to)}) b on a.id = b.id
    where a.entry - 'rev' - 'approver' is distinct from b.entry - 'rev' - 'approver' order by 1 limit ${SHOWN_MAX}`;
  return { differences: rows.flatMap(toDifference), total: rows[0]?.total ?? 0 };
}

function toDifference({ entryId, from, to }: Row): readonly EntryDifference[] {
  if (from === null) return to === null ? [] : [{ type: "added", entryId, to }];
  if (to === null) return [{ type: "removed", entryId, from }];
  // as: the keys of an entry are its own.
  const keys = Object.keys(to) as (keyof ReleaseEntry)[];
  const fields = keys.filter(
    (key) => key !== "rev" && key !== "approver" && !isDeepStrictEqual(from[key], to[key]),
  );
  return [{ type: "changed", entryId, fields, from, to }];
}

async function assertRelease(tx: TransactionSql, { workspaceId, baseId }: BaseKey, number: number) {
  const [known] = await tx`
    select from faq_release where base_id = ${baseId} and workspace_id = ${workspaceId} and number = ${number}`;
  if (!known) throw new AppError("not_found");
}
