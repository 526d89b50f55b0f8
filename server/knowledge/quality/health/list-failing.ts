import type { TransactionSql } from "postgres";
import type { FaqState } from "#drizzle/schema/faq.ts";
import type { EntryContent } from "../../faq/entry-content.ts";
import type { Finding } from "../checks/check-entries.ts";

export type FailingEntry = {
  readonly entryId: string;
  readonly baseId: string;
  readonly baseName: string;
  readonly question: EntryContent["question"];
  readonly state: FaqState;
  readonly findings: readonly Finding[];
  /** It was changed since: what was found may be mended already. */
  readonly isChanged: boolean;
};

type Listing = { readonly workspaceId: string; readonly page: number; readonly pageSize: number };

/** Entries in which something must be mended, those that customers get first, and when the bases were checked last. */
export async function listFailing(
  tx: TransactionSql,
  { workspaceId, page, pageSize }: Listing,
): Promise<{
  readonly entries: readonly FailingEntry[];
  readonly total: number;
  readonly checkedAt: Date | null;
}> {
  const rows = await tx<(FailingEntry & { total: number })[]>`
    select e.id as "entryId", e.base_id as "baseId", b.name as "baseName", e.question, e.state, c.findings,
      c.rev <> e.rev as "isChanged", count(*) over ()::int as total
    from entry_check c join faq_entry e on e.id = c.entry_id
    join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    where c.workspace_id = ${workspaceId} and c.passes = 0 and e.deleted_at is null
      and e.state in ('in_review', 'approved', 'published')
    order by e.state desc, e.updated_at desc, e.id limit ${pageSize} offset ${page * pageSize}`;
  const [checked] = await tx<{ at: Date | null }[]>`
    select min(c.at) as at from base_check c join knowledge_base b on b.id = c.base_id and b.deleted_at is null
    where c.workspace_id = ${workspaceId}`;
  const entries = rows.map(({ total: _, ...entry }) => entry);
  return { entries, total: rows[0]?.total ?? 0, checkedAt: checked?.at ?? null };
}
