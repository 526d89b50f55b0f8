import { advance } from "./advance.ts";
import type { Program } from "./compile-program.ts";
import type { Json } from "./json.ts";
import { listTexts } from "./list-texts.ts";
import type { Effect, Event, InlineCalls } from "./protocol.ts";
import type { Session } from "./session.ts";

/**
 * Answers of calls by name, in place of the host's performers. An `Error` (returned or thrown) is a failed call. A queued call
 * without an answer stays open until somebody closes it.
 */
export type CallAnswers = {
  readonly [Name in keyof InlineCalls]?: (
    input: InlineCalls[Name]["input"],
  ) => InlineCalls[Name]["output"] | Error;
} & { readonly [queuedName: string]: ((input: never) => Json | Error) | undefined };

type WithoutStamp<T> = T extends unknown ? Omit<T, "at" | "seed"> : never;

/** An event before the host has stamped it. */
export type BareEvent = WithoutStamp<Event>;

type CallEffect = Extract<Effect, { type: "call" }>;

/** A host in memory: its clock is a number, its jobs are given answers. Behaves as the real one does in the order of things. */
export type SimulatedHost = {
  readonly program: Program;
  readonly calls: CallAnswers;
  readonly timers: Map<string, number>;
  readonly effects: Effect[];
  readonly heldBack: BareEvent[];
  session: Session | null;
  openCall: CallEffect | null;
  now: number;
  seed: number;
};

/** Runs the event and all that follows from it at once; returns the texts that were said. */
export function deliver(host: SimulatedHost, event: BareEvent): readonly string[] {
  const before = host.effects.length;
  const inbox: BareEvent[] = [event];

  for (let next = inbox.shift(); next !== undefined; next = inbox.shift()) {
    // Nothing overtakes a queued call: the host keeps what customers write meanwhile.
    if (host.openCall !== null && next.type === "message-received") host.heldBack.push(next);
    else inbox.unshift(...move(host, next));
    if (host.openCall === null && inbox.length === 0) inbox.push(...host.heldBack.splice(0, 1));
  }
  return host.effects
    .slice(before)
    .flatMap((effect) => (effect.type === "say" ? listTexts(effect.parts) : []));
}

/** Gives the open queued call its result. */
export function closeCall(host: SimulatedHost, value: Json | Error): readonly string[] {
  const call = host.openCall;
  if (call === null) throw new Error("no call is open");
  host.openCall = null;
  return deliver(host, toResult(call, value));
}

/** Lets the clock run; timers fire in their order. */
export function advanceTime(host: SimulatedHost, ms: number): readonly string[] {
  const until = host.now + ms;
  const said: string[] = [];
  for (let due = findDue(host, until); due !== null; due = findDue(host, until)) {
    host.timers.delete(due.timerId);
    host.now = Math.max(host.now, due.fireAt);
    said.push(...deliver(host, { type: "timer-fired", timerId: due.timerId }));
  }
  host.now = until;
  return said;
}

function move(host: SimulatedHost, event: BareEvent): readonly BareEvent[] {
  host.seed += 1;
  const [session, effects] = advance(host.program, host.session, { ...event, at: host.now, seed: host.seed });
  host.session = session;
  host.effects.push(...effects);
  return effects.flatMap((effect) => perform(host, effect));
}

function perform(host: SimulatedHost, effect: Effect): readonly BareEvent[] {
  if (effect.type === "set-timer") host.timers.set(effect.timerId, effect.fireAt);
  if (effect.type === "cancel-timer") host.timers.delete(effect.timerId);
  if (effect.type !== "call") return [];
  const answer = host.calls[effect.request.name];
  if (answer === undefined && effect.request.mode === "queued") {
    host.openCall = effect;
    return [];
  }
  return [toResult(effect, tryCall(effect, answer))];
}

function tryCall(effect: CallEffect, answer: CallAnswers[string]): Json | Error {
  if (answer === undefined) return new Error(`no answer is given to ${effect.request.name}`);
  // The name says which input the answer takes; the mapped type of `CallAnswers` checked it where it was given.
  const call = answer as (input: unknown) => Json | Error;
  let result: Json | Error = new Error("not tried");
  for (let attempt = 0; attempt <= effect.retry.max; attempt += 1) {
    try {
      result = call(effect.request.input);
    } catch (error) {
      result = error instanceof Error ? error : new Error(String(error));
    }
    if (!(result instanceof Error)) return result;
  }
  return result;
}

function toResult({ callId }: CallEffect, value: Json | Error): BareEvent {
  return value instanceof Error
    ? { type: "call-failed", callId, error: { code: "failed", message: value.message } }
    : { type: "call-succeeded", callId, value };
}

function findDue(host: SimulatedHost, until: number): { timerId: string; fireAt: number } | null {
  let first: { timerId: string; fireAt: number } | null = null;
  for (const [timerId, fireAt] of host.timers) {
    if (fireAt <= until && (first === null || fireAt < first.fireAt)) first = { timerId, fireAt };
  }
  return first;
}
