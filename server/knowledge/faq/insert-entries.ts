import type { TransactionSql } from "postgres";
import { toJsonText } from "../../db/to-json-text.ts";
import type { Actor } from "../actor.ts";
import type { BaseKey } from "../bases/get-base.ts";
import type { EntryContent } from "./entry-content.ts";
import { type RevisionKind, recordRevisions } from "./record-revisions.ts";

/** Rows of one statement: thousands at once would hold the event loop while they are written as text. */
const CHUNK = 250;

type NewEntries = BaseKey & {
  readonly actor: Actor;
  readonly kind: Extract<RevisionKind, "created" | "imported">;
  readonly contents: readonly EntryContent[];
  /** What they are to be called, in the same order; an id that is taken writes nothing. */
  readonly ids?: readonly string[];
};

/** Adds drafts, in the order given, with the first line of their history. Returns their ids. */
export async function insertEntries(
  tx: TransactionSql,
  { workspaceId, baseId, actor, kind, contents, ids: given = [] }: NewEntries,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let from = 0; from < contents.length; from += CHUNK) {
    const rows = await tx<{ id: string }[]>`
      insert into faq_entry (id, base_id, workspace_id, category_id, question, "similar", negatives, answers, attachments, tags,
        data_class, owner_id, valid_from, valid_to, review_every_days, author_id, author_name)
      select coalesce((${given.slice(from, from + CHUNK)}::uuid[])[n], uuidv7()), ${baseId}, ${workspaceId}, (c->>'categoryId')::uuid, c->'question', ${textsOf(tx, "similar")}, ${textsOf(tx, "negatives")},
        c->'answers', c->'attachments', ${textsOf(tx, "tags")}, c->>'dataClass', (c->>'ownerId')::uuid,
        (c->>'validFrom')::timestamptz, (c->>'validTo')::timestamptz, (c->>'reviewEveryDays')::int, ${actor.id}, ${actor.name}
      from jsonb_array_elements(${toJsonText(contents.slice(from, from + CHUNK))}::text::jsonb) with ordinality as list(c, n)
      order by n on conflict (id) do nothing returning id`;
    ids.push(...rows.map(({ id }) => id));
  }
  await recordRevisions(tx, { entryIds: ids, kind, actor });
  return ids;
}

const textsOf = (tx: TransactionSql, key: string) =>
  tx`array(select jsonb_array_elements_text(c->${key}::text))`;
