import type { TransactionSql } from "postgres";
import type { JsonObject } from "#flows/kernel/json.ts";
import { listTexts } from "#flows/kernel/list-texts.ts";
import type { Part, Step } from "#flows/kernel/protocol.ts";
import type { Locale } from "#flows/kernel/text.ts";
import type { KeptTalk } from "#flows/testing/to-script.ts";
import { AppError } from "../app-error.ts";

const WAIT_MS_MAX = 31 * 86_400_000;
const TURNS_MAX = 200;
/** What one turn of a test can say at most. */
const SAID_MAX_CHARS = 8_000;

type TurnRow = {
  readonly kind: "start" | "message" | "call-result" | "timer" | null;
  readonly isChoice: boolean;
  /** The kernel's clock at this turn, in milliseconds. */
  readonly at: number | null;
  readonly steps: readonly Step[];
  readonly messages: readonly { readonly role: string; readonly parts: readonly Part[] }[] | null;
};

export type StoredTalk = { readonly botId: string; readonly talk: KeptTalk };

/**
 * A stored conversation as the talk that a test repeats: what the customer did and what the bot said. What people of the desk
 * said, and turns in which the bot had no part, are left out.
 */
export async function readTalk(
  tx: TransactionSql,
  { workspaceId, conversationId }: { readonly workspaceId: string; readonly conversationId: string },
): Promise<StoredTalk> {
  const [conversation] = await tx<
    { botId: string; locale: Locale; channel: string; context: JsonObject | null }[]
  >`
    select c.bot_id as "botId", c.locale, c.channel, i.body->'context' as context
    from conversation c left join inbound i on i.conversation_id = c.id and i.kind = 'start'
    where c.id = ${conversationId} and c.workspace_id = ${workspaceId}`;
  if (!conversation) throw new AppError("not_found");
  const turns = await tx<TurnRow[]>`
    select i.kind, coalesce(i.choice, false) as "isChoice", (t.replay->>'at')::float8 as at, t.steps, m.messages
    from turn t
    left join lateral (
      select kind, body->>'choice' is not null as choice from inbound
      where conversation_id = t.conversation_id and turn = t.number order by position limit 1
    ) i on true
    left join lateral (
      select json_agg(json_build_object('role', role, 'parts', parts) order by seq) as messages
      from message where conversation_id = t.conversation_id and turn = t.number
    ) m on true
    where t.conversation_id = ${conversationId} order by t.number limit ${TURNS_MAX}`;
  const { botId, locale, channel, context } = conversation;
  return {
    botId,
    talk: { locale, channel, context: context ?? {}, at: turns[0]?.at ?? null, ...toTurns(turns) },
  };
}

type Turn = {
  does: KeptTalk["turns"][number]["does"] | null;
  said: string[];
  lastNode: KeptTalk["turns"][number]["lastNode"];
};

function toTurns(rows: readonly TurnRow[]): Pick<KeptTalk, "opening" | "turns"> {
  const opening: Turn = { does: null, said: [], lastNode: null };
  const turns: Turn[] = [opening];
  let lastAt = rows[0]?.at ?? 0;
  for (const row of rows) {
    const does = toDeed(row, lastAt);
    lastAt = row.at ?? lastAt;
    if (does !== null && row.steps.length === 0) continue;
    // The result of a call belongs to the turn that asked for it.
    const turn = does === null ? (turns.at(-1) ?? opening) : { does, said: [], lastNode: null };
    if (does !== null) turns.push(turn);
    turn.said.push(...toSaid(row));
    const last = row.steps.at(-1);
    if (last) turn.lastNode = { flowId: last.flowId, nodeId: last.nodeId };
  }
  return {
    opening: opening.said,
    turns: turns.flatMap(({ does, said, lastNode }) => (does === null ? [] : [{ does, said, lastNode }])),
  };
}

function toDeed({ kind, isChoice, at, messages }: TurnRow, lastAt: number): Turn["does"] {
  if (kind === "timer") {
    return { type: "wait", ms: Math.min(Math.max(Math.ceil((at ?? lastAt) - lastAt), 1), WAIT_MS_MAX) };
  }
  const text = (messages ?? [])
    .filter(({ role }) => role === "customer")
    .flatMap(({ parts }) => parts.flatMap((part) => (part.type === "text" ? [part.text] : [])))
    .join("\n")
    .slice(0, SAID_MAX_CHARS);
  if (text.trim() === "") return null;
  return isChoice ? { type: "choose", option: text } : { type: "say", text };
}

const toSaid = ({ messages }: TurnRow): readonly string[] =>
  (messages ?? []).filter(({ role }) => role === "bot").flatMap(({ parts }) => listTexts(parts));
