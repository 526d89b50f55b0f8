import type { TransactionSql } from "postgres";
import type { Locale } from "../../../../flows/kernel/text.ts";
import { AppError } from "../../../app-error.ts";
import type { Actor } from "../../actor.ts";
import type { GlossaryRule } from "./find-forbidden-words.ts";

const TERMS_MAX = 1_000;

export type GlossaryTerm = GlossaryRule & {
  readonly id: string;
  readonly note: string;
  readonly authorName: string;
  readonly updatedAt: Date;
  /** Entries in which a forbidden word of it was found at the last check. */
  readonly entries: number;
};

export function listGlossary(tx: TransactionSql, workspaceId: string): Promise<readonly GlossaryTerm[]> {
  return tx<GlossaryTerm[]>`
    select g.id, g.locale, g.preferred, g.forbidden, g.note, g.author_name as "authorName", g.updated_at as "updatedAt",
      (select count(*)::int from entry_check c join faq_entry e on e.id = c.entry_id and e.deleted_at is null
        where c.workspace_id = g.workspace_id
          and c.findings @> jsonb_build_array(jsonb_build_object('code', 'forbidden_word', 'facts', jsonb_build_object('preferred', g.preferred)))
      ) as entries
    from glossary_term g where g.workspace_id = ${workspaceId} order by g.locale desc, lower(g.preferred), g.id limit ${TERMS_MAX}`;
}

/** What a check goes by. */
export function readGlossaryRules(tx: TransactionSql, workspaceId: string): Promise<readonly GlossaryRule[]> {
  return tx<GlossaryRule[]>`
    select locale, preferred, forbidden from glossary_term where workspace_id = ${workspaceId} order by id limit ${TERMS_MAX}`;
}

type Saving = {
  readonly workspaceId: string;
  readonly actor: Actor;
  /** Null writes a new one. */
  readonly termId: string | null;
  readonly locale: Locale;
  readonly preferred: string;
  readonly forbidden: readonly string[];
  readonly note: string;
};

/** `conflict` with `term_exists` where the language has the preferred word already. */
export async function saveTerm(tx: TransactionSql, saving: Saving): Promise<{ readonly termId: string }> {
  const { workspaceId, termId, locale, preferred } = saving;
  await tx`select pg_advisory_xact_lock(hashtext('glossary_term'), hashtext(${workspaceId}))`;
  const [same] = await tx`
    select from glossary_term where workspace_id = ${workspaceId} and locale = ${locale}
      and lower(preferred) = lower(${preferred}) and id is distinct from ${termId}`;
  if (same) throw new AppError("conflict", { reason: "term_exists" });
  const [row] = termId === null ? await insertTerm(tx, saving) : await updateTerm(tx, { ...saving, termId });
  if (!row) throw new AppError("not_found");
  return { termId: row.id };
}

async function insertTerm(tx: TransactionSql, saving: Saving) {
  const { workspaceId, actor, locale, preferred, forbidden, note } = saving;
  const [{ count = 0 } = {}] = await tx<{ count: number }[]>`
    select count(*)::int from glossary_term where workspace_id = ${workspaceId}`;
  if (count >= TERMS_MAX) throw new AppError("conflict", { reason: "too_many_terms" });
  return tx<{ id: string }[]>`
    insert into glossary_term (workspace_id, locale, preferred, forbidden, note, author_name)
    values (${workspaceId}, ${locale}, ${preferred}, ${[...forbidden]}, ${note}, ${actor.name}) returning id`;
}

function updateTerm(tx: TransactionSql, saving: Saving & { readonly termId: string }) {
  const { workspaceId, actor, termId, locale, preferred, forbidden, note } = saving;
  return tx<{ id: string }[]>`
    update glossary_term set locale = ${locale}, preferred = ${preferred}, forbidden = ${[...forbidden]}, note = ${note},
      author_name = ${actor.name}, updated_at = now()
    where id = ${termId} and workspace_id = ${workspaceId} returning id`;
}

export async function deleteTerm(
  tx: TransactionSql,
  { workspaceId, termId }: { readonly workspaceId: string; readonly termId: string },
): Promise<void> {
  const [gone] =
    await tx`delete from glossary_term where id = ${termId} and workspace_id = ${workspaceId} returning id`;
  if (!gone) throw new AppError("not_found");
}
