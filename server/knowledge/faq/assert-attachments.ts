import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import type { EntryContent } from "./entry-content.ts";

type Attachments = EntryContent["attachments"];

/** Path of what was uploaded here; anything else lies elsewhere. */
const OWN_FILE = /^\/files\/([^/]+)\//;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What is newly attached is still there: a form that lay open for days may name a file that was given back meanwhile. Holds the files
 * until the end of the transaction, so that none of them goes while the entry is saved.
 */
export async function assertAttachments(
  tx: TransactionSql,
  wanted: Attachments,
  before: Attachments = [],
): Promise<void> {
  const known = new Set(before.map(({ url }) => url));
  const ids = wanted.flatMap(({ url }) => (known.has(url) ? [] : (OWN_FILE.exec(url)?.[1] ?? [])));
  if (ids.length === 0) return;
  const found = await tx<{ id: string }[]>`
    select id from file where id = any(${ids.filter((id) => UUID.test(id))}::uuid[]) order by id for key share`;
  const there = new Set(found.map(({ id }) => id));
  if (ids.some((id) => !there.has(id))) throw new AppError("conflict", { reason: "attachment_gone" });
}
