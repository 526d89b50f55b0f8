import { Worker } from "node:worker_threads";
import type { TransactionSql } from "postgres";
import type { Sql } from "../../../db/connect.ts";
import { contentOf } from "../../faq/entry-row.ts";
import type { UncheckedBase } from "./find-unchecked-bases.ts";

/** Looks through one base beside the event loop and keeps what was found in `entry_check`. May run twice: the later one counts. */
export async function checkBase(sql: Sql, base: UncheckedBase): Promise<void> {
  const lessonText = await sql.begin((tx) => readLesson(tx, base));
  const checkedText = await checkInThread(lessonText);
  const { baseId, workspaceId, print } = base;
  await sql.begin(async (tx) => {
    await tx`delete from entry_check where base_id = ${baseId}`;
    await tx`
      insert into entry_check (entry_id, base_id, workspace_id, rev, passes, findings)
      select x."entryId", ${baseId}, ${workspaceId}, x.rev, x.passes, x.findings
      from jsonb_to_recordset(${checkedText}::text::jsonb) as x("entryId" uuid, rev int, passes smallint, findings jsonb)
      on conflict (entry_id) do update set rev = excluded.rev, passes = excluded.passes, findings = excluded.findings`;
    await tx`
      insert into base_check (base_id, workspace_id, print) values (${baseId}, ${workspaceId}, ${print})
      on conflict (base_id) do update set print = excluded.print, at = now()`;
  });
}

/** A `CheckLesson` as JSON text: reading thousands of entries would hold the event loop up, so whoever checks them does it. */
async function readLesson(tx: TransactionSql, { baseId, workspaceId }: UncheckedBase): Promise<string> {
  const [row] = await tx<{ lesson: string }[]>`
    select json_build_object(
      'entries', (select coalesce(json_agg(json_build_object('id', e.id, 'rev', e.rev, 'content', ${contentOf(tx)}) order by e.id), '[]')
        from faq_entry e where e.base_id = ${baseId} and e.deleted_at is null and e.state <> 'retired'),
      'synonyms', (select coalesce(json_agg(s.words order by s.id), '[]') from faq_synonym s
        where s.workspace_id = ${workspaceId} and (s.base_id = ${baseId} or s.base_id is null) and cardinality(s.words) > 1),
      'glossary', (select coalesce(json_agg(json_build_object('locale', g.locale, 'preferred', g.preferred, 'forbidden', g.forbidden)
          order by g.id), '[]') from glossary_term g where g.workspace_id = ${workspaceId}))::text as lesson`;
  if (!row) throw new Error("the database answered nothing");
  return row.lesson;
}

function checkInThread(lessonText: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./check-thread.ts", import.meta.url), { workerData: lessonText });
    thread.once("message", resolve);
    thread.once("error", reject);
    // After the message this changes nothing: the promise is settled.
    thread.once("exit", (code) => reject(new Error(`the check ended with ${code} before it was done`)));
  });
}
