import type { TransactionSql } from "postgres";
import type { BaseKey } from "../../bases/get-base.ts";
import type { CompiledRelease } from "./compile-release.ts";

type Inserting = BaseKey & {
  readonly compiled: CompiledRelease;
  /** words: the same entries, learned anew with other synonyms or terms. */
  readonly cause: "entries" | "words";
  readonly note: string;
  readonly author: { readonly id: string | null; readonly name: string };
};

/** Writes the next release of a base. The base is locked by the caller, who also says that it goes live. */
export async function insertRelease(
  tx: TransactionSql,
  { workspaceId, baseId, compiled, cause, note, author }: Inserting,
): Promise<{ readonly id: string; readonly number: number }> {
  const [row] = await tx<{ id: string; number: number }[]>`
    insert into faq_release (base_id, workspace_id, number, content, model, content_hash, entries_count, tests_count, tests_passed, cause, note, author_id, author_name)
    select ${baseId}, ${workspaceId}, coalesce(max(number), 0) + 1, ${compiled.contentText}::text::jsonb, ${compiled.modelText}::text::jsonb,
      ${compiled.contentHash}, ${compiled.entriesCount}, ${compiled.tests?.total ?? null}, ${compiled.tests?.passed ?? null}, ${cause}, ${note}, ${author.id}, ${author.name}
    from faq_release where base_id = ${baseId} returning id, number`;
  if (!row) throw new Error("the release was not written");
  return row;
}
