import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import { recordAudit } from "../../../auth/audit.ts";
import type { Actor } from "../../actor.ts";
import { type BaseKey, getBase, lockBase } from "../../bases/get-base.ts";
import { ReadFailure } from "../../documents/reading/read-failure.ts";
import type { InWorkspace } from "../ask-base.ts";
import { assertRoom } from "../create-entry.ts";
import { insertEntries } from "../insert-entries.ts";
import { ensureCategories } from "./ensure-categories.ts";
import type { ImportRow } from "./find-duplicates.ts";
import type { Mapping } from "./import-fields.ts";
import { type ReadEntries, readEntries } from "./read-entries.ts";

export type ImportFile = BaseKey & {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mapping: Mapping | null;
};

/** Lines that a preview shows; those with errors come first. */
const SHOWN_MAX = 200;

export type ImportPreview = Pick<ReadEntries, "columns" | "mapping"> & {
  readonly rows: readonly ImportRow[];
  readonly total: number;
  readonly valid: number;
  readonly failed: number;
  readonly duplicates: number;
};

/** What an import would do; writes nothing. */
export async function previewImport(inWorkspace: InWorkspace, file: ImportFile): Promise<ImportPreview> {
  const { columns, mapping, rows } = await readFile(inWorkspace, file);
  const isFailed = ({ errors }: ImportRow) => errors.length > 0;
  const failed = rows.filter(isFailed);
  const duplicates = rows.filter(({ duplicate }) => duplicate !== null);
  const others = rows.filter((row) => !isFailed(row) && row.duplicate === null);
  return {
    ...{ columns, mapping, total: rows.length, valid: rows.length - failed.length },
    ...{ failed: failed.length, duplicates: duplicates.length },
    rows: [...failed, ...duplicates, ...others].slice(0, SHOWN_MAX),
  };
}

export type ImportChoice = ImportFile & {
  readonly actor: Actor;
  /** Without it, a file with wrong lines is not imported at all. */
  readonly skipsFailed: boolean;
  readonly skipsDuplicates: boolean;
};

export type Imported = { readonly added: number; readonly skipped: number };

/** Adds the lines as drafts, all in one transaction or none. The file is read anew: nothing that a browser sends back is trusted. */
export async function importEntries(inWorkspace: InWorkspace, choice: ImportChoice): Promise<Imported> {
  const { workspaceId, baseId, actor, name } = choice;
  const { rows } = await readFile(inWorkspace, choice);
  const failed = rows.filter(({ errors }) => errors.length > 0);
  if (failed.length > 0 && !choice.skipsFailed)
    throw new AppError("conflict", { reason: "rows_failed", failed: failed.length });
  const taken = rows.filter(
    ({ content, duplicate }) => content !== null && (duplicate === null || !choice.skipsDuplicates),
  );
  if (taken.length === 0) throw new AppError("conflict", { reason: "nothing_to_import" });
  await inWorkspace(async (tx) => {
    const base = await lockBase(tx, { workspaceId, baseId });
    await assertRoom(tx, baseId, taken.length);
    const idOf = await ensureCategories(tx, {
      workspaceId,
      baseId,
      paths: taken.map(({ category }) => category),
    });
    const contents = taken.flatMap(({ content, category }) =>
      content === null ? [] : [{ ...content, categoryId: idOf(category) }],
    );
    await insertEntries(tx, { workspaceId, baseId, actor, kind: "imported", contents });
    await recordAudit(tx, {
      ...{ workspaceId, actor, action: "base-imported", target: base.name },
      facts: { file: name, added: taken.length, skipped: rows.length - taken.length },
    });
  });
  return { added: taken.length, skipped: rows.length - taken.length };
}

async function readFile(inWorkspace: InWorkspace, file: ImportFile): Promise<ReadEntries> {
  const { workspaceId, baseId, bytes, name, mapping } = file;
  const knownText = await inWorkspace(async (tx) => {
    await getBase(tx, { workspaceId, baseId });
    return readKnown(tx, baseId);
  });
  try {
    return await readEntries({ bytes, name, mapping, knownText });
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const { rows = null, rowsMax = null } = error.facts;
    if (rowsMax !== null)
      throw new AppError("payload_too_large", {
        reason: "too_many_rows",
        rows: Number(rows),
        rowsMax: Number(rowsMax),
      });
    throw new AppError("invalid_request", { reason: `file_${error.code}` });
  }
}

async function readKnown(tx: TransactionSql, baseId: string): Promise<string> {
  const [row] = await tx<{ known: string }[]>`
    select coalesce(json_agg(json_build_object('id', e.id, 'phrasings',
      array(select value from jsonb_each_text(e.question)) || e."similar")), '[]')::text as known
    from faq_entry e where e.base_id = ${baseId} and e.deleted_at is null and e.state <> 'retired'`;
  return row?.known ?? "[]";
}
