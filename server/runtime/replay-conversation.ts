import type { Sql } from "postgres";
import { moveSession } from "../../flows/kernel/move-session.ts";
import type { Event, Part } from "../../flows/kernel/protocol.ts";
import type { Session } from "../../flows/kernel/session.ts";
import type { RecordedMove } from "./carry-over.ts";
import type { PendingEvent } from "./claim-pending.ts";
import type { LoadedVersion } from "./load-version.ts";
import { type RecordedCalls, runTurn } from "./run-turn.ts";
import { endSession, stopAwaiting } from "./stop-awaiting.ts";
import { toKernelEvent } from "./to-kernel-event.ts";

type RecordedTurn = {
  readonly number: number;
  readonly replay: {
    readonly at?: number;
    readonly seed?: number;
    readonly calls?: RecordedCalls;
    readonly moved?: RecordedMove;
    readonly endedFromOutside?: string;
  };
  readonly events: readonly PendingEvent[] | null;
};

export type Replay = {
  readonly session: Session | null;
  readonly said: readonly { readonly turn: number; readonly parts: readonly Part[] }[];
};

/** Gives each version that the talk ran on; one and the same for all of them tries the talk on that one. */
export type VersionOf = (versionId: string) => LoadedVersion | Promise<LoadedVersion>;

/**
 * Runs a stored conversation again through a version, from its log alone: the accepted events, their stamps and the recorded
 * answers of calls. With the version that it ran on (or with each of them, where a release took it along), session and messages
 * come out the same (I5). Asks nobody and writes nothing.
 * Turns that the kernel had no part in (given up, a person's, ended from outside) say nothing and leave the session as they left it then.
 */
export async function replayConversation(
  sql: Sql,
  conversationId: string,
  version: LoadedVersion | VersionOf,
): Promise<Replay> {
  const versionOf: VersionOf = typeof version === "function" ? version : () => version;
  const turns = await sql<RecordedTurn[]>`
    select t.number, t.replay, (
      select json_agg(json_build_object('clientId', i.client_id, 'kind', i.kind, 'body', i.body, 'crashes', i.crashes) order by i.position)
      from inbound i where i.conversation_id = t.conversation_id and i.turn = t.number) as events
    from turn t where t.conversation_id = ${conversationId} order by t.number`;
  const [stored] = await sql<
    { versionId: string }[]
  >`select version_id as "versionId" from conversation where id = ${conversationId}`;
  const began = turns.find(({ replay }) => replay.moved)?.replay.moved?.from ?? stored?.versionId;
  if (began === undefined) return { session: null, said: [] };
  let current = await versionOf(began);
  let session: Session | null = null;
  const said: { turn: number; parts: readonly Part[] }[] = [];
  for (const { number, replay, events } of turns) {
    if (replay.at === undefined || replay.seed === undefined || !events) {
      session = passOver(session, { replay, events });
      continue;
    }
    // The stamp completes the event; TypeScript cannot distribute the spread over the union.
    const event = { ...toKernelEvent(events), at: replay.at, seed: replay.seed } as Event;
    if (replay.moved && session) {
      const next = await versionOf(replay.moved.to);
      const move = { from: current.program, to: next.program, mode: replay.moved.mode, event: event.type };
      session = moveSession(session, move)?.session ?? session;
      current = next;
    }
    const result = runTurn({ version: current, session, event, recorded: replay.calls ?? {} });
    session = result.session;
    said.push(...result.said.map(({ parts }) => ({ turn: number, parts })));
  }
  return { session, said };
}

/** A turn that the kernel had no part in. */
function passOver(
  session: Session | null,
  { replay, events }: Pick<RecordedTurn, "replay" | "events">,
): Session | null {
  if (replay.endedFromOutside !== undefined) return endSession(session);
  return events ? stopAwaiting(session, toKernelEvent(events)) : session;
}
