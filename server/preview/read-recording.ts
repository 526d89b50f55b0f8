import type { TransactionSql } from "postgres";
import type { Json } from "../../flows/kernel/json.ts";
import type { Part } from "../../flows/kernel/protocol.ts";
import { AppError } from "../app-error.ts";
import type { PendingEvent } from "../runtime/claim-pending.ts";
import type { UnstampedEvent } from "../runtime/take-turn.ts";
import { toKernelEvent } from "../runtime/to-kernel-event.ts";

/** A longer talk is replayed as far as this. */
const TURNS_MAX = 200;

type RecordedTurn = {
  readonly number: number;
  readonly replay: {
    readonly at?: number;
    readonly seed?: number;
    readonly calls?: { readonly [callId: string]: Json };
  };
  readonly events: readonly PendingEvent[] | null;
  readonly said: readonly (readonly Part[])[];
};

/** One turn of a stored talk, as it can be run again: what came in and when, what calls answered, and what was said. */
export type RecordingTurn = {
  readonly number: number;
  readonly event: UnstampedEvent;
  readonly at: number;
  readonly seed: number;
  readonly calls: { readonly [callId: string]: Json };
  readonly said: readonly (readonly Part[])[];
};

/** The log of a conversation for a replay elsewhere. Turns that the interpreter had no part in are left out. */
export async function readRecording(
  tx: TransactionSql,
  { workspaceId, conversationId }: { readonly workspaceId: string; readonly conversationId: string },
) {
  const [talk] = await tx<{ botId: string; locale: string; channel: string; createdAt: Date }[]>`
    select bot_id as "botId", locale, channel, created_at as "createdAt" from conversation
    where id = ${conversationId} and workspace_id = ${workspaceId}`;
  if (!talk) throw new AppError("not_found");
  const rows = await tx<RecordedTurn[]>`
    select t.number, t.replay, (
      select json_agg(json_build_object('clientId', i.client_id, 'kind', i.kind, 'body', i.body, 'crashes', i.crashes) order by i.position)
      from inbound i where i.conversation_id = t.conversation_id and i.turn = t.number) as events,
      coalesce((select json_agg(m.parts order by m.seq) from message m
        where m.conversation_id = t.conversation_id and m.turn = t.number and m.role = 'bot'), '[]') as said
    from turn t where t.conversation_id = ${conversationId} order by t.number limit ${TURNS_MAX}`;
  const turns = rows.flatMap(({ number, replay, events, said }): readonly RecordingTurn[] => {
    const { at, seed, calls = {} } = replay;
    if (at === undefined || seed === undefined || !events) return [];
    return [{ number, event: toKernelEvent(events), at, seed, calls, said }];
  });
  return { ...talk, turns };
}
