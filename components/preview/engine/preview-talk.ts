import type { Json, JsonObject } from "#flows/kernel/json.ts";
import type { Effect, Event, Origin, Part, Step } from "#flows/kernel/protocol.ts";
import type { Session } from "#flows/kernel/session.ts";

type WithoutStamp<T> = T extends unknown ? Omit<T, "at" | "seed"> : never;

/** An event before the preview has stamped it. */
export type BareEvent = WithoutStamp<Event>;

export type CallEffect = Extract<Effect, { type: "call" }>;

/** One line of the chat, oldest first. */
export type PreviewEntry =
  | {
      readonly type: "customer";
      readonly turn: number;
      readonly text: string;
      readonly choice: string | null;
    }
  | {
      readonly type: "bot";
      readonly turn: number;
      readonly parts: readonly Part[];
      readonly origin: Origin;
      readonly flowId: string;
      readonly nodeId: string;
    }
  | { readonly type: "news"; readonly turn: number; readonly news: PreviewNews };

/** What happened beside the talk. */
export type PreviewNews =
  | { readonly type: "waited"; readonly ms: number }
  | { readonly type: "ended"; readonly resolution: string; readonly asksRating: boolean }
  | { readonly type: "tagged"; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly type: "jumped"; readonly flowId: string; readonly nodeId: string }
  | { readonly type: "simulated"; readonly name: string }
  | { readonly type: "draft-changed" };

/** `index` counts all steps of the talk. `ms` is what the matcher or the simulated system took. */
export type PreviewStep = Step & { readonly index: number; readonly ms: number | null };

export type PreviewTurn = {
  readonly number: number;
  readonly cause: "started" | "message" | "timer" | "jump";
  /** What the customer wrote, for the turn's heading. */
  readonly text: string;
  readonly at: number;
  readonly ms: number;
  readonly steps: readonly PreviewStep[];
};

/** The state of a talk when a turn was done, with which it can go on from there once more. */
export type TurnMark = Pick<
  PreviewTalk,
  "session" | "timers" | "openCall" | "seed" | "messages" | "contact" | "tags"
> & { readonly turn: number; readonly at: number };

/** One talk with the draft, as plain JSON: it survives a reload. */
export type PreviewTalk = {
  readonly session: Session | null;
  readonly entries: readonly PreviewEntry[];
  readonly turns: readonly PreviewTurn[];
  readonly timers: readonly { readonly timerId: string; readonly fireAt: number }[];
  /** The queued call whose answer is awaited. */
  readonly openCall: CallEffect | null;
  /** What came while nothing could be taken: during a call or a pause. */
  readonly heldBack: readonly BareEvent[];
  /** The preview's clock is the real one and this much. */
  readonly clockOffsetMs: number;
  readonly seed: number;
  readonly messages: number;
  readonly contact: JsonObject;
  readonly tags: readonly string[];
  /** Of the newest turns but the last, whose state is the talk's own. */
  readonly marks: readonly TurnMark[];
};

export const EMPTY_TALK: PreviewTalk = {
  session: null,
  entries: [],
  turns: [],
  timers: [],
  openCall: null,
  heldBack: [],
  clockOffsetMs: 0,
  seed: 1,
  messages: 0,
  contact: {},
  tags: [],
  marks: [],
};

/** What came of a call. */
export function toResult({ callId }: CallEffect, value: Json | Error): BareEvent {
  return value instanceof Error
    ? { type: "call-failed", callId, error: { code: "failed", message: value.message } }
    : { type: "call-succeeded", callId, value };
}
