import type { TransactionSql } from "postgres";

type Found = {
  readonly workspaceId: string;
  /** Of `FoundQuestion`s, as JSON text. */
  readonly questions: string;
};

/** Puts questions down, each turn once; one that is found again only gains signals, for example a rating. Returns how many are new. */
export async function storeQuestions(tx: TransactionSql, { workspaceId, questions }: Found): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    with stored as (
      insert into learning_question (workspace_id, bot_id, conversation_id, turn, contact_id, text, key, signals, asked_at)
      select ${workspaceId}, f."botId", f."conversationId", f.turn, f."contactId", f.text, f.key, f.signals, f."askedAt"
      from jsonb_to_recordset(${questions}::text::jsonb) as f("botId" uuid, "conversationId" uuid, turn int, "contactId" uuid,
        text text, key text, signals text[], "askedAt" timestamptz)
      where exists (select from bot b where b.id = f."botId")
      on conflict (conversation_id, turn) do update
        set signals = array(select distinct s from unnest(learning_question.signals || excluded.signals) s order by s)
        where not learning_question.signals @> excluded.signals
      returning xmax = 0 as is_new)
    select count(*) filter (where is_new)::int as count from stored`;
  return row?.count ?? 0;
}
