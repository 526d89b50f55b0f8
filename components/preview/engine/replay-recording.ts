import { advance } from "#flows/kernel/advance.ts";
import type { DebugPlace } from "#flows/kernel/debug.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import type { Effect, Event, InlineRequest, Part } from "#flows/kernel/protocol.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import type { Session } from "#flows/kernel/session.ts";
import { addEntry, addTurn, foldEffects } from "./fold-effects.ts";
import { DEFAULT_SETTINGS } from "./preview-settings.ts";
import { type BareEvent, EMPTY_TALK, type PreviewTalk } from "./preview-talk.ts";
import { toProgram } from "./to-program.ts";

export type RecordingTurn = {
  readonly number: number;
  readonly event: BareEvent;
  readonly at: number;
  readonly seed: number;
  readonly calls: { readonly [callId: string]: Json };
  readonly said: readonly (readonly Part[])[];
};

export type ReplayedTurn = {
  readonly number: number;
  readonly event: BareEvent;
  readonly recorded: readonly (readonly Part[])[];
  readonly draft: readonly (readonly Part[])[];
  readonly isSame: boolean;
  /** Where the draft's first message of this turn came from. */
  readonly place: DebugPlace | null;
  /** The talk with the draft as it stands after this turn, with the clock of that time: it can go on from there. */
  readonly talk: PreviewTalk;
  readonly at: number;
};

type Replaying = {
  readonly bundle: Bundle;
  /** `recorded` takes what was understood then; `draft` asks the draft, which is what one wants to know after changing examples. */
  readonly matching: "draft" | "recorded";
  match(request: InlineRequest, session: Session): Promise<Json>;
  /** Called after each turn; false stops. */
  onTurn(turns: readonly ReplayedTurn[]): boolean;
};

/**
 * Runs a stored talk's inbound events through a draft, with their stamps. Results of queued calls come from the record: nothing
 * outside is asked. An event that the draft does not wait for (a timer, a result) is let pass, as it would be.
 */
export async function replayRecording(
  turns: readonly RecordingTurn[],
  replaying: Replaying,
): Promise<readonly ReplayedTurn[]> {
  const program = toProgram(replaying.bundle, DEFAULT_SETTINGS, { type: "run" });
  const replayed: ReplayedTurn[] = [];
  let session: Session | null = null;
  let talk = EMPTY_TALK;
  for (const turn of turns) {
    if (session === null && turn.event.type !== "conversation-started") continue;
    // as: the stamp completes the event; TypeScript cannot spread a union.
    const first = { ...withLabel(turn.event, session), at: turn.at, seed: turn.seed } as Event;
    const happened: Effect[] = [];
    talk = beginTurn(talk, first);
    let [next, effects]: readonly [Session, readonly Effect[]] = advance(program, session, first);
    for (let call = 1; ; call += 1) {
      happened.push(...effects);
      talk = { ...foldEffects(talk, [next, effects]), seed: turn.seed + call };
      const open = effects.find((effect) => effect.type === "call" && effect.request.mode === "inline");
      if (open?.type !== "call") break;
      const known = replaying.matching === "recorded" ? turn.calls[open.callId] : undefined;
      // as: the mode was just looked at.
      const value = known ?? (await replaying.match(open.request as InlineRequest, next));
      const seed = (turn.seed + call) >>> 0;
      [next, effects] = advance(program, next, {
        type: "call-succeeded",
        callId: open.callId,
        value,
        at: turn.at,
        seed,
      });
    }
    session = next;
    replayed.push({ ...toReplayed(turn, happened), talk, at: turn.at });
    if (!replaying.onTurn(replayed)) break;
  }
  return replayed;
}

/** What the preview writes down before a turn; the result of a call belongs to the turn that asked. */
function beginTurn(talk: PreviewTalk, event: Event): PreviewTalk {
  const { at } = event;
  switch (event.type) {
    case "conversation-started":
      return addTurn(talk, { cause: "started", text: "", at });
    case "message-received": {
      const { text, choice } = event;
      const begun = addTurn({ ...talk, messages: talk.messages + 1 }, { cause: "message", text, at });
      const turn = begun.turns.at(-1)?.number ?? 0;
      return addEntry(begun, { type: "customer", turn, text, choice });
    }
    case "timer-fired": {
      const timers = talk.timers.filter(({ timerId }) => timerId !== event.timerId);
      return addTurn({ ...talk, timers }, { cause: "timer", text: "", at });
    }
    default:
      return { ...talk, openCall: null };
  }
}

function toReplayed(
  { number, event, said: recorded }: RecordingTurn,
  happened: readonly Effect[],
): Omit<ReplayedTurn, "talk" | "at"> {
  const said = happened.flatMap((effect) => (effect.type === "say" ? [effect] : []));
  const draft = said.map(({ parts }) => parts);
  return {
    number,
    event,
    recorded,
    draft,
    isSame: toComparable(recorded) === toComparable(draft),
    place: said[0] ? toPlace(said[0].nodeId, happened) : null,
  };
}

/** A message names its node only; the step of that node knows the flow. */
function toPlace(nodeId: string, happened: readonly Effect[]): DebugPlace {
  for (const effect of happened) {
    if (effect.type === "record-step" && effect.step.nodeId === nodeId)
      return { flowId: effect.step.flowId, nodeId };
  }
  return { flowId: MAIN_FLOW_ID, nodeId };
}

/** A database may have changed the order of keys; it means nothing. */
function toComparable(messages: readonly (readonly Part[])[]): string {
  return JSON.stringify(messages, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** A click that came without words is read by the label that the customer saw. */
function withLabel(event: BareEvent, session: Session | null): BareEvent {
  if (event.type !== "message-received" || event.text !== "" || event.choice === null) return event;
  const options = session?.lastSaid
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.type === "choices" ? part.options : []));
  return { ...event, text: options?.find(({ id }) => id === event.choice)?.label ?? "" };
}
