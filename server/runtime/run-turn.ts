import { advance } from "../../flows/kernel/advance.ts";
import type { Json, JsonObject } from "../../flows/kernel/json.ts";
import type { Effect, Event, InlineRequest, Step } from "../../flows/kernel/protocol.ts";
import type { Session } from "../../flows/kernel/session.ts";
import { type InlineScope, inlinePerformers } from "../effects/perform-inline.ts";
import type { LoadedPassages } from "../knowledge/documents/search/loaded-passages.ts";
import type { AskedMeanings } from "../knowledge/embedding/meanings.ts";
import type { LoadedGraph } from "../knowledge/graph/serve/loaded-graph.ts";
import { NO_WORDS, type WordGroups } from "../understanding/create-rephraser.ts";
import { findOptionLabel } from "./customer-parts.ts";
import { type Knowledge, NO_KNOWLEDGE } from "./knowledge-store.ts";
import type { LoadedVersion } from "./load-version.ts";

export type Said = Extract<Effect, { type: "say" }>;
export type QueuedCallEffect = Extract<Effect, { type: "call" }>;

/** All that one turn came to, before anything of it is written or shown. */
export type TurnResult = {
  readonly session: Session;
  readonly said: readonly Said[];
  readonly calls: readonly QueuedCallEffect[];
  readonly timers: readonly { readonly timerId: string; readonly fireAt: number }[];
  readonly cancelledTimers: readonly string[];
  readonly metrics: readonly { readonly name: string; readonly facts: JsonObject }[];
  readonly contact: {
    readonly addTags: readonly string[];
    readonly removeTags: readonly string[];
    readonly attributes: JsonObject;
  } | null;
  readonly ended: { readonly resolution: string; readonly askRating: boolean } | null;
  readonly steps: readonly (Step & { readonly ms?: number })[];
  /** With the inbound event, all that a replay needs: the stamps, and what each inline call answered. */
  readonly replay: JsonObject;
};

/** Answers an inline call of a replay from its record, so that nothing is asked again. */
export type RecordedCalls = { readonly [callId: string]: Json };

/**
 * Runs one event to the turn's end, with every inline call that it leads to. Synchronous: a turn never waits in the middle.
 * Deterministic for the same version, session and events; with `recorded` it asks no performer (I5).
 */
export function runTurn(turn: {
  readonly version: LoadedVersion;
  readonly session: Session | null;
  readonly event: Event;
  readonly recorded?: RecordedCalls;
  /** What the bases that the flow names say now; a flow without bases needs none. */
  readonly knowledge?: Knowledge;
  readonly passages?: readonly LoadedPassages[];
  readonly graphs?: readonly LoadedGraph[];
  readonly meanings?: AskedMeanings | null;
  /** Synonyms and terms of the workspace. */
  readonly words?: WordGroups;
}): TurnResult {
  const { version, recorded, knowledge = NO_KNOWLEDGE, passages = [], graphs = [], meanings = null } = turn;
  const { words = NO_WORDS } = turn;
  const answers: Record<string, Json> = {};
  const collected = startCollecting();
  let { session } = turn;
  let event: Event | null = withLabel(turn.event, session);

  for (let call = 1; event; call += 1) {
    const [next, effects]: readonly [Session, readonly Effect[]] = advance(version.program, session, event);
    session = next;
    event = null;
    for (const effect of effects) {
      if (!isInlineCall(effect)) {
        collect(collected, effect);
        continue;
      }
      const startedAt = performance.now();
      const value =
        recorded?.[effect.callId] ??
        answerInline(effect.request, {
          ...{ version, knowledge, passages, graphs, meanings, words, at: turn.event.at },
          ...{ locale: next.locale, channel: next.channel },
        });
      collected.lastCall = {
        nodeId: effect.nodeId,
        ms: Math.round((performance.now() - startedAt) * 100) / 100,
      };
      answers[effect.callId] = value;
      event = {
        type: "call-succeeded",
        at: turn.event.at,
        seed: (turn.event.seed + call) >>> 0,
        callId: effect.callId,
        value,
      };
    }
  }
  if (!session) throw new Error("the kernel returned no session");
  const { lastCall: _, ...result } = collected;
  return { ...result, session, replay: { at: turn.event.at, seed: turn.event.seed, calls: answers } };
}

/** A click may come without words; nodes that read words then read the label that the customer saw. */
function withLabel(event: Event, session: Session | null): Event {
  if (event.type !== "message-received" || event.text !== "" || event.choice === null) return event;
  return { ...event, text: findOptionLabel(session, event.choice) ?? "" };
}

type InlineCallEffect = QueuedCallEffect & { readonly request: InlineRequest };

function isInlineCall(effect: Effect): effect is InlineCallEffect {
  return effect.type === "call" && effect.request.mode === "inline";
}

type Collecting = {
  said: Said[];
  calls: QueuedCallEffect[];
  timers: { timerId: string; fireAt: number }[];
  cancelledTimers: string[];
  metrics: { name: string; facts: JsonObject }[];
  contact: TurnResult["contact"];
  ended: TurnResult["ended"];
  steps: (Step & { ms?: number })[];
  /** The inline call whose step has not been recorded yet. */
  lastCall: { nodeId: string; ms: number } | null;
};

function startCollecting(): Collecting {
  return {
    said: [],
    calls: [],
    timers: [],
    cancelledTimers: [],
    metrics: [],
    contact: null,
    ended: null,
    steps: [],
    lastCall: null,
  };
}

/** Mapped over the effects, so an effect that the host forgets does not compile. */
const collectors: {
  readonly [Type in Effect["type"]]: (into: Collecting, effect: Extract<Effect, { type: Type }>) => void;
} = {
  say: (into, effect) => into.said.push(effect),
  call: (into, effect) => into.calls.push(effect),
  "set-timer": (into, { timerId, fireAt }) => into.timers.push({ timerId, fireAt }),
  "cancel-timer": (into, { timerId }) => {
    const place = into.timers.findIndex((timer) => timer.timerId === timerId);
    if (place >= 0) into.timers.splice(place, 1);
    else into.cancelledTimers.push(timerId);
  },
  "update-contact": (into, { addTags, removeTags, attributes }) => {
    into.contact = {
      addTags: [...(into.contact?.addTags ?? []).filter((tag) => !removeTags.includes(tag)), ...addTags],
      removeTags: [
        ...(into.contact?.removeTags ?? []).filter((tag) => !addTags.includes(tag)),
        ...removeTags,
      ],
      attributes: { ...into.contact?.attributes, ...attributes },
    };
  },
  "record-metric": (into, { name, facts }) => into.metrics.push({ name, facts }),
  "record-step": (into, { step }) => {
    const { lastCall } = into;
    if (lastCall?.nodeId !== step.nodeId) {
      into.steps.push(step);
      return;
    }
    into.steps.push({ ...step, ms: lastCall.ms });
    into.lastCall = null;
  },
  "end-conversation": (into, { resolution, askRating }) => {
    into.ended = { resolution, askRating };
  },
};

function collect(into: Collecting, effect: Effect): void {
  // The table is keyed by the effect's own type; TypeScript cannot follow that through the look-up.
  const collector = collectors[effect.type] as (into: Collecting, effect: Effect) => void;
  collector(into, effect);
}

function answerInline(request: InlineRequest, scope: InlineScope): Json {
  // As above: `name` picks the performer of this very input.
  const performer = inlinePerformers[request.name] as (
    input: InlineRequest["input"],
    scope: InlineScope,
  ) => Json;
  return performer(request.input, scope);
}
