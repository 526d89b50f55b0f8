import { advance } from "#flows/kernel/advance.ts";
import type { Program } from "#flows/kernel/compile-program.ts";
import { type DebugPlace, editVariables, enterNodeAt, resumePaused } from "#flows/kernel/debug.ts";
import type { Json, JsonObject } from "#flows/kernel/json.ts";
import type { Effect, InlineRequest } from "#flows/kernel/protocol.ts";
import type { Session } from "#flows/kernel/session.ts";
import type { EngineDeps } from "./engine-deps.ts";
import { addEntry, addNews, addTurn, foldEffects, timeTurn } from "./fold-effects.ts";
import { type BareEvent, type CallEffect, EMPTY_TALK, type PreviewTalk, toResult } from "./preview-talk.ts";
import { type Pace, toProgram } from "./to-program.ts";

export type PreviewEngine = ReturnType<typeof createEngine>;

const SLOW_MS = 3_000;

type Run = {
  readonly deps: EngineDeps;
  readonly signal: AbortSignal;
  readonly isStale: () => boolean;
  readonly pace: Pace;
};
type Moved = readonly [Session, readonly Effect[]];

/**
 * Runs the production interpreter on a draft, in memory. One move at a time; what comes meanwhile waits its turn, as it does for
 * customers. A restart drops whatever is still under way.
 */
export function createEngine(deps: EngineDeps) {
  let underWay = new AbortController();
  let last: Promise<void> = Promise.resolve();
  let moves = 0;

  const drop = (): void => {
    moves += 1;
    underWay.abort();
    underWay = new AbortController();
    last = Promise.resolve();
  };

  const enqueue = (work: (run: Run) => Promise<void>, pace: Pace = { type: "run" }): Promise<void> => {
    moves += 1;
    const { signal } = underWay;
    const run: Run = { deps, pace, signal, isStale: () => signal.aborted || deps.isElsewhere?.() === true };
    last = last.then(async () => {
      await deps.whenReady?.();
      if (run.isStale()) return;
      const turnsBefore = deps.getTalk().turns.length;
      const startedAt = performance.now();
      deps.setBusy(true);
      try {
        await work(run);
      } finally {
        if (!run.isStale()) {
          const ms = Math.round((performance.now() - startedAt) * 10) / 10;
          if (deps.getTalk().turns.length > turnsBefore) deps.setTalk(timeTurn(deps.getTalk(), ms));
          deps.setBusy(false);
        }
      }
    });
    return last;
  };

  return {
    /** Counts all that was ever begun with the talk: the same number later says that nothing has been begun since. */
    countMoves: (): number => moves,
    /** Forgets the talk and starts a new one. */
    restart: (): Promise<void> => {
      drop();
      const { settings } = deps.getSetup();
      const clockOffsetMs = settings.at === null ? 0 : settings.at - deps.now();
      deps.setTalk({ ...EMPTY_TALK, clockOffsetMs, seed: settings.seed });
      return enqueue(start);
    },
    /** Puts another state in the place of the talk, which goes on from there; whatever is still under way is dropped. */
    take: (talk: PreviewTalk): void => {
      drop();
      deps.setBusy(false);
      deps.setTalk(talk);
    },
    send: (text: string, choice: string | null = null): Promise<void> =>
      enqueue((run) => receive(run, text, choice)),
    /** Several messages at once. Channels that gather a burst make one turn of them, as in production. */
    sendBurst: (texts: readonly string[]): Promise<void> =>
      enqueue(async (run) => {
        const gathers = deps.getSetup().settings.channel !== "web";
        for (const text of gathers ? [texts.join("\n")] : texts) await receive(run, text, null);
      }),
    /** Lets the preview's clock run; timers fire in their order. */
    advanceTime: (ms: number): Promise<void> => enqueue((run) => passTime(run, ms)),
    /** Fires what the real time has made due. */
    tick: (): Promise<void> => enqueue((run) => fireDue(run)),
    answerCall: (value: Json | Error): Promise<void> => enqueue((run) => closeCall(run, value)),
    resume: (pace: Pace): Promise<void> => enqueue((run) => goOn(run), pace),
    jump: (place: DebugPlace): Promise<void> => enqueue((run) => jump(run, place)),
    setVariables: (depth: number, values: JsonObject): void => {
      const talk = deps.getTalk();
      if (talk.session === null) return;
      moves += 1;
      const session = editVariables(compile({ deps }), talk.session, { depth, values });
      deps.setTalk({ ...talk, session });
    },
  };
}

function compile({
  deps,
  pace = { type: "run" },
}: {
  readonly deps: EngineDeps;
  readonly pace?: Pace;
}): Program {
  const { bundle, settings } = deps.getSetup();
  return toProgram(bundle, settings, pace);
}

const clockOf = ({ deps }: Run): number => deps.now() + deps.getTalk().clockOffsetMs;

async function start(run: Run): Promise<void> {
  const { settings } = run.deps.getSetup();
  run.deps.setTalk(addTurn(run.deps.getTalk(), { cause: "started", text: "", at: clockOf(run) }));
  await deliver(run, {
    type: "conversation-started",
    locale: settings.locale,
    channel: settings.channel,
    contactId: settings.identity === "" ? `preview-${settings.seed}` : `user:${settings.identity}`,
    context: settings.context,
    contact: settings.visitor === "returning" ? settings.contact : {},
  });
}

async function receive(run: Run, text: string, choice: string | null): Promise<void> {
  const { deps } = run;
  const before = deps.getTalk();
  const number = before.messages + 1;
  const { awaiting } = before.session ?? {};
  const mustWait = awaiting?.type === "paused" || awaiting?.type === "call";
  const turn = (before.turns.at(-1)?.number ?? 0) + 1;
  deps.setTalk(addEntry({ ...before, messages: number }, { type: "customer", turn, text, choice }));
  const event: BareEvent = {
    type: "message-received",
    messageId: `m${number}`,
    text,
    choice,
    attachments: [],
  };
  if (mustWait) deps.setTalk({ ...deps.getTalk(), heldBack: [...before.heldBack, event] });
  else await takeMessage(run, event);
}

async function takeMessage(run: Run, event: BareEvent): Promise<void> {
  const text = event.type === "message-received" ? event.text : "";
  run.deps.setTalk(addTurn(run.deps.getTalk(), { cause: "message", text, at: clockOf(run) }));
  await deliver(run, event);
}

async function passTime(run: Run, ms: number): Promise<void> {
  const { deps } = run;
  const until = clockOf(run) + ms;
  deps.setTalk(addNews(deps.getTalk(), { type: "waited", ms }));
  for (let due = findDue(run, until); due !== null; due = findDue(run, until)) {
    const talk = deps.getTalk();
    deps.setTalk({ ...talk, clockOffsetMs: Math.max(talk.clockOffsetMs, due.fireAt - deps.now()) });
    await fire(run, due.timerId);
    if (run.isStale()) return;
  }
  const talk = deps.getTalk();
  deps.setTalk({ ...talk, clockOffsetMs: Math.max(talk.clockOffsetMs, until - deps.now()) });
}

async function fireDue(run: Run): Promise<void> {
  for (let due = findDue(run, clockOf(run)); due !== null; due = findDue(run, clockOf(run))) {
    await fire(run, due.timerId);
    if (run.isStale()) return;
  }
}

/** While a debugger holds the talk its time stands still. */
function findDue({ deps }: Run, until: number): { readonly timerId: string; readonly fireAt: number } | null {
  const { timers, session } = deps.getTalk();
  if (session?.awaiting.type === "paused") return null;
  const due = timers.filter(({ fireAt }) => fireAt <= until).sort((a, b) => a.fireAt - b.fireAt);
  return due[0] ?? null;
}

async function fire(run: Run, timerId: string): Promise<void> {
  const talk = run.deps.getTalk();
  const timers = talk.timers.filter((timer) => timer.timerId !== timerId);
  const { awaiting } = talk.session ?? {};
  const isAwaited = awaiting !== undefined && "timerId" in awaiting && awaiting.timerId === timerId;
  run.deps.setTalk({ ...talk, timers });
  if (!isAwaited) return;
  run.deps.setTalk(addTurn(run.deps.getTalk(), { cause: "timer", text: "", at: clockOf(run) }));
  await deliver(run, { type: "timer-fired", timerId });
}

async function closeCall(run: Run, value: Json | Error): Promise<void> {
  const { openCall } = run.deps.getTalk();
  if (openCall === null) return;
  run.deps.setTalk({ ...run.deps.getTalk(), openCall: null });
  await deliver(run, toResult(openCall, value));
}

async function goOn(run: Run): Promise<void> {
  const { session } = run.deps.getTalk();
  if (session === null) return;
  await settle(run, resumePaused(compile(run), session));
}

async function jump(run: Run, place: DebugPlace): Promise<void> {
  const { deps } = run;
  const talk = deps.getTalk();
  if (talk.session === null) return;
  const at = clockOf(run);
  const seed = talk.seed + 1;
  deps.setTalk(addNews({ ...talk, seed, openCall: null }, { type: "jumped", ...place }));
  deps.setTalk(addTurn(deps.getTalk(), { cause: "jump", text: "", at }));
  await settle(run, enterNodeAt(compile(run), talk.session, { ...place, at, seed }));
}

async function deliver(run: Run, event: BareEvent): Promise<void> {
  const { deps } = run;
  const talk = deps.getTalk();
  const seed = talk.seed + 1;
  deps.setTalk({ ...talk, seed });
  const stamped = { ...event, at: clockOf(run), seed };
  await settle(run, advance(compile(run), talk.session, stamped));
}

/** Writes down one move, and goes on with whatever answers it: calls in process, simulated systems, what was held back. */
async function settle(run: Run, moved: Moved, callMs: number | null = null): Promise<void> {
  const { deps } = run;
  deps.setTalk(foldEffects(deps.getTalk(), moved, callMs));
  const inline = moved[1].find((effect) => effect.type === "call" && effect.request.mode === "inline");
  if (inline?.type === "call") return answerInline(run, inline);

  const { openCall, session, heldBack } = deps.getTalk();
  if (openCall !== null) return simulate(run, openCall);
  const [next, ...others] = heldBack;
  if (next === undefined || session?.awaiting.type === "paused" || session?.awaiting.type === "call") return;
  deps.setTalk({ ...deps.getTalk(), heldBack: others });
  await takeMessage(run, next);
}

async function answerInline(run: Run, call: CallEffect): Promise<void> {
  const { deps } = run;
  const { bundle, settings } = deps.getSetup();
  const startedAt = performance.now();
  let value: Json | Error;
  try {
    if (settings.faults.matching === "slow") await deps.wait(SLOW_MS);
    value =
      settings.faults.matching === "error"
        ? new Error("simulated")
        : await deps.match(call.request as InlineRequest, bundle, {
            ...settings,
            signal: run.signal,
          });
  } catch (error) {
    value = error instanceof Error ? error : new Error(String(error));
  }
  if (run.isStale()) return;
  const talk = deps.getTalk();
  if (talk.session === null) return;
  const seed = talk.seed + 1;
  deps.setTalk({ ...talk, seed });
  const event = { ...toResult(call, value), at: clockOf(run), seed };
  const ms = Math.round((performance.now() - startedAt) * 10) / 10;
  await settle(run, advance(compile(run), talk.session, event), ms);
}

/** A preview never reaches a real system: the answer is canned, or given by hand. */
async function simulate(run: Run, call: CallEffect): Promise<void> {
  const { deps } = run;
  const { name } = call.request;
  const { simulate: simulations, faults } = deps.getSetup().settings;
  const { isOn, answer } = simulations[name] ?? { isOn: true, answer: null };
  if (!isOn) return;
  if (faults.systems === "slow") await deps.wait(SLOW_MS);
  if (run.isStale()) return;
  deps.setTalk(addNews({ ...deps.getTalk(), openCall: null }, { type: "simulated", name }));
  await deliver(run, toResult(call, faults.systems === "error" ? new Error("simulated") : answer));
}
