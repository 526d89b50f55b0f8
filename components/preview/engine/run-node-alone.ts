import { advance } from "#flows/kernel/advance.ts";
import type { Program } from "#flows/kernel/compile-program.ts";
import { type DebugPlace, enterNodeAt } from "#flows/kernel/debug.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Json, JsonObject } from "#flows/kernel/json.ts";
import type { Effect, InlineRequest } from "#flows/kernel/protocol.ts";
import { type CustomerMessage, ENGINE_ABI, type Session } from "#flows/kernel/session.ts";
import { addTurn, foldEffects } from "./fold-effects.ts";
import type { PreviewSettings } from "./preview-settings.ts";
import { type CallEffect, EMPTY_TALK, type PreviewEntry, type PreviewStep } from "./preview-talk.ts";
import { toProgram } from "./to-program.ts";

export type AloneRun = {
  readonly entries: readonly PreviewEntry[];
  readonly steps: readonly PreviewStep[];
  /** The node that would come next; null when it waits or no wire leads on. */
  readonly next: string | null;
  readonly waits: "message" | "call" | "timer" | null;
  readonly changes: JsonObject;
};

type AloneInput = DebugPlace & {
  readonly bundle: Bundle;
  readonly settings: PreviewSettings;
  /** The open talk, for its variables; it is not touched. */
  readonly session: Session | null;
  readonly sample: string;
  readonly at: number;
  match(request: InlineRequest): Promise<Json>;
};

/** Runs one node with a sample message, and stops before the next. */
export async function runNodeAlone(input: AloneInput): Promise<AloneRun> {
  const { flowId, nodeId, at, settings, match } = input;
  const program: Program = {
    ...toProgram(input.bundle, { ...settings, breakpoints: {} }, { type: "step" }),
    pauseBefore: () => true,
  };
  const message: CustomerMessage = { messageId: "sample", text: input.sample, choice: null, attachments: [] };
  const before: Session = { ...(input.session ?? toSession(settings)), message, answered: false, looked: [] };
  let talk = addTurn(EMPTY_TALK, { cause: "jump", text: input.sample, at });
  let moved = enterNodeAt(program, before, { flowId, nodeId, at, seed: settings.seed });
  let isAnswered = input.sample.trim() === "";

  for (;;) {
    talk = foldEffects(talk, moved);
    const [session, effects] = moved;
    const call = findInlineCall(effects);
    if (call !== null) {
      const value = await match(call.request as InlineRequest);
      moved = advance(program, session, {
        type: "call-succeeded",
        callId: call.callId,
        value,
        at,
        seed: settings.seed,
      });
    } else if (session.awaiting.type === "message" && !isAnswered) {
      isAnswered = true;
      moved = advance(program, session, { type: "message-received", ...message, at, seed: settings.seed });
    } else {
      const steps = talk.turns.flatMap((turn) => turn.steps);
      return { entries: talk.entries, steps, ...toEnd(session), changes: listChanges(before, session) };
    }
  }
}

function findInlineCall(effects: readonly Effect[]): CallEffect | null {
  const call = effects.find((effect) => effect.type === "call" && effect.request.mode === "inline");
  return call?.type === "call" ? call : null;
}

function toEnd({ awaiting }: Session): Pick<AloneRun, "next" | "waits"> {
  if (awaiting.type === "paused") return { next: awaiting.nodeId, waits: null };
  const waits = awaiting.type === "message" || awaiting.type === "call" || awaiting.type === "timer";
  return { next: null, waits: waits ? awaiting.type : null };
}

function listChanges(before: Session, after: Session): JsonObject {
  const old = before.stack.at(-1);
  const frame = after.stack.at(-1);
  const vars = { ...after.vars, ...(after.stack.length > 1 ? frame?.vars : {}) };
  const oldVars = { ...before.vars, ...(before.stack.length > 1 ? old?.vars : {}) };
  return Object.fromEntries(
    Object.entries(vars).filter(([name, value]) => JSON.stringify(oldVars[name]) !== JSON.stringify(value)),
  );
}

/** A talk that has not begun: variables at their defaults. */
function toSession({ locale, channel, context }: PreviewSettings): Session {
  return {
    abi: ENGINE_ABI,
    locale,
    channel,
    contactId: "preview",
    context,
    vars: {},
    stack: [{ flowId: "main", nodeId: "", vars: {}, loops: {} }],
    awaiting: { type: "idle" },
    message: null,
    answered: true,
    looked: [],
    held: null,
    lastSaid: [],
    history: [],
    strikes: 0,
    counter: 0,
    turn: { visits: 0, messages: 0, fallbacks: 0, escaped: false, understood: null, strikesBefore: 0 },
  };
}
