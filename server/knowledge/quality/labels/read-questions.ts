import { setImmediate } from "node:timers/promises";
import type { TransactionSql } from "postgres";
import type { FoundEntry } from "#drizzle/schema/quality.ts";
import { maskPersonalData } from "../../../../flows/answers/mask-personal-data.ts";
import { listTexts } from "../../../../flows/kernel/list-texts.ts";
import type { Part, Step } from "../../../../flows/kernel/protocol.ts";
import { findFound } from "./find-found.ts";
import type { Picked } from "./pick-questions.ts";

const QUESTION_MAX_CHARS = 2_000;
const ANSWER_MAX_CHARS = 8_000;
const BEFORE_MAX_CHARS = 600;

export type ReadQuestion = Picked & {
  readonly before: string;
  readonly question: string;
  readonly answer: string;
  readonly found: readonly FoundEntry[];
};

type Row = {
  readonly conversationId: string;
  readonly turn: number;
  readonly steps: readonly Step[];
  readonly question: readonly (readonly Part[])[];
  readonly answer: readonly (readonly Part[])[] | null;
  readonly before: readonly Part[] | null;
};

/** What was asked and what the bot said until the customer's next words, with personal data masked: it never leaves the talk bare. */
export async function readQuestions(
  tx: TransactionSql,
  picked: readonly Picked[],
): Promise<readonly ReadQuestion[]> {
  const rows = await tx<Row[]>`
    select t.conversation_id as "conversationId", t.number as turn, t.steps, asked.parts as question,
      (select jsonb_agg(m.parts order by m.seq) from message m where m.conversation_id = t.conversation_id and m.role = 'bot'
        and m.seq > asked.seq and m.seq < coalesce((select min(n.seq) from message n
          where n.conversation_id = t.conversation_id and n.role = 'customer' and n.seq > asked.seq), 2147483647)) as answer,
      (select m.parts from message m where m.conversation_id = t.conversation_id and m.role = 'bot' and m.seq < asked.first
        order by m.seq desc limit 1) as before
    from unnest(${picked.map(({ conversationId }) => conversationId)}::uuid[], ${picked.map(({ turn }) => turn)}::int[])
      as wanted(conversation_id, number)
    join turn t on t.conversation_id = wanted.conversation_id and t.number = wanted.number
    cross join lateral (
      select jsonb_agg(m.parts order by m.seq) as parts, min(m.seq) as first, max(m.seq) as seq from message m
      where m.conversation_id = t.conversation_id and m.turn = t.number and m.role = 'customer'
    ) asked`;
  const known = new Map(rows.map((row) => [toKey(row), row]));
  const questions: ReadQuestion[] = [];
  for (const one of picked) {
    const row = known.get(toKey(one));
    if (row === undefined) continue;
    questions.push({
      ...one,
      before: toMasked(row.before === null ? [] : [row.before], BEFORE_MAX_CHARS),
      question: toMasked(row.question, QUESTION_MAX_CHARS),
      answer: toMasked(row.answer ?? [], ANSWER_MAX_CHARS),
      found: findFound(row.steps),
    });
    // Masking hundreds of long answers at once would hold every other request up.
    await setImmediate();
  }
  return questions.filter(({ question }) => question !== "");
}

const toKey = ({ conversationId, turn }: Pick<Picked, "conversationId" | "turn">) =>
  `${conversationId} ${turn}`;

/** Cut after masking: half a number would not be known for one. */
function toMasked(messages: readonly (readonly Part[])[], charsMax: number): string {
  const text = messages.flatMap(listTexts).join("\n").trim();
  return maskPersonalData(text).slice(0, charsMax);
}
