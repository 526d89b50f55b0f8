import type { TransactionSql } from "postgres";
import type { EntryContent } from "../../faq/entry-content.ts";

const FOUND_MAX = 20;

export type FoundInBases = {
  readonly entryId: string;
  readonly question: EntryContent["question"];
  readonly baseName: string;
};

type Finding = { readonly workspaceId: string; readonly search: string };

/** Entries of all bases whose question or another way to put it has these words; the newest ones while nothing is typed. */
export function findEntries(
  tx: TransactionSql,
  { workspaceId, search }: Finding,
): Promise<readonly FoundInBases[]> {
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return tx<FoundInBases[]>`
    select e.id as "entryId", e.question, b.name as "baseName"
    from faq_entry e join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    where e.workspace_id = ${workspaceId} and e.deleted_at is null and e.state <> 'retired'
      and (coalesce(e.question->>'zh-CN', '') ilike ${pattern} or coalesce(e.question->>'en', '') ilike ${pattern}
        or array_to_string(e.similar, ' ') ilike ${pattern})
    order by e.updated_at desc, e.id desc limit ${FOUND_MAX}`;
}
