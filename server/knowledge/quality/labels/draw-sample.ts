import { randomInt } from "node:crypto";
import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import { recordAudit } from "../../../auth/audit.ts";
import { toJsonText } from "../../../db/to-json-text.ts";
import type { Actor } from "../../actor.ts";
import { countLabellers } from "./count-labellers.ts";
import { type Draw, pickQuestions } from "./pick-questions.ts";
import { type ReadQuestion, readQuestions } from "./read-questions.ts";

const SEED_MAX = 2 ** 31;
const SAMPLES_MAX = 500;

type Drawing = Omit<Draw, "seed"> & {
  readonly actor: Actor;
  readonly name: string;
  /** Null: a new one. Given, the same questions are drawn, as long as the same can be. */
  readonly seed: number | null;
  readonly annotators: 1 | 2;
};

/** Draws a sample and keeps it. `conflict` with `nothing_to_draw` when no talk of the time has a question that was not drawn yet. */
export async function drawSample(
  tx: TransactionSql,
  { actor, name, seed: given, annotators: wanted, ...rest }: Drawing,
): Promise<{ readonly sampleId: string; readonly items: number }> {
  const { workspaceId, botId, from, to } = rest;
  if (botId !== null) await assertBot(tx, { workspaceId, botId });
  // Two draws at once would take the same questions.
  await tx`select pg_advisory_xact_lock(hashtext('label_sample'), hashtext(${workspaceId}))`;
  const [{ count = 0 } = {}] = await tx<{ count: number }[]>`
    select count(*)::int from label_sample where workspace_id = ${workspaceId}`;
  if (count >= SAMPLES_MAX) throw new AppError("conflict", { reason: "too_many_samples" });
  const seed = given ?? randomInt(SEED_MAX);
  const { picked, population } = await pickQuestions(tx, { ...rest, seed });
  const questions = await readQuestions(tx, picked);
  if (questions.length === 0) throw new AppError("conflict", { reason: "nothing_to_draw" });
  const annotators = Math.min(wanted, Math.max(1, await countLabellers(tx, workspaceId)));
  const [sample] = await tx<{ id: string }[]>`
    insert into label_sample (workspace_id, name, seed, bot_id, from_at, to_at, population, annotators, author_name)
    values (${workspaceId}, ${name}, ${seed}, ${botId}, ${from}, ${to}, ${tx.json(population)}, ${annotators}, ${actor.name})
    returning id`;
  if (!sample) throw new Error("the database inserted nothing");
  await insertItems(tx, { workspaceId, sampleId: sample.id, questions });
  const facts = { seed, items: questions.length };
  await recordAudit(tx, { workspaceId, actor, action: "label-sample-drawn", target: name, facts });
  return { sampleId: sample.id, items: questions.length };
}

async function assertBot(
  tx: TransactionSql,
  { workspaceId, botId }: { readonly workspaceId: string; readonly botId: string },
): Promise<void> {
  const [bot] =
    await tx`select from bot where id = ${botId} and workspace_id = ${workspaceId} and deleted_at is null`;
  if (!bot) throw new AppError("not_found");
}

type Insertion = {
  readonly workspaceId: string;
  readonly sampleId: string;
  readonly questions: readonly ReadQuestion[];
};

async function insertItems(
  tx: TransactionSql,
  { workspaceId, sampleId, questions }: Insertion,
): Promise<void> {
  const items = toJsonText(questions.map((question, position) => ({ ...question, position })));
  await tx`
    insert into label_item (sample_id, workspace_id, conversation_id, turn, bot_id, stratum, position, before, question, answer,
      answered_by, found, asked_at)
    select ${sampleId}, ${workspaceId}, x."conversationId", x.turn, x."botId", x.stratum, x.position, x.before, x.question, x.answer,
      x."answeredBy", x.found, x."askedAt"
    from jsonb_to_recordset(${items}::text::jsonb) as x("conversationId" uuid, turn int, "botId" uuid, stratum text, position int,
      before text, question text, answer text, "answeredBy" text, found jsonb, "askedAt" timestamptz)`;
}
