import { compileProgram, type Program } from "./compile-program.ts";
import { type BundleInput, bundleSchema } from "./flow.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Attachment, ChoiceOption, Effect, Step } from "./protocol.ts";
import type { NodeRegistry } from "./registry.ts";
import type { Session } from "./session.ts";
import {
  advanceTime,
  type BareEvent,
  type CallAnswers,
  closeCall,
  deliver,
  type SimulatedHost,
} from "./simulate-host.ts";
import type { Locale } from "./text.ts";

export type TalkOptions = {
  readonly calls?: CallAnswers;
  readonly locale?: Locale;
  readonly channel?: string;
  readonly contactId?: string;
  readonly context?: JsonObject;
  readonly contact?: JsonObject;
  readonly at?: number;
  readonly seed?: number;
};

export type ConverseOptions = TalkOptions & { readonly registry: NodeRegistry };

/** A talk with a bundle, as a customer would have it; each method returns the texts that the bot said to it. */
export type Chat = {
  start(): readonly string[];
  send(text: string, attachments?: readonly Attachment[]): readonly string[];
  /** Clicks an option of the last message that offered some, by its label or id. */
  click(option: string): readonly string[];
  /** Lets the clock run; timers fire in their order. */
  advanceTime(ms: number): readonly string[];
  /** Answers the open queued call. */
  answer(value: Json): readonly string[];
  fail(message?: string): readonly string[];
  /** Any event as it is, for stale and foreign ones. */
  deliver(event: BareEvent): readonly string[];
  readonly session: Session;
  readonly vars: JsonObject;
  readonly effects: readonly Effect[];
  readonly steps: readonly Step[];
  /** `node.port` of each visit, `node` where it waited. */
  readonly path: readonly string[];
  readonly options: readonly ChoiceOption[];
  readonly ended: boolean;
  readonly now: number;
};

/** 2026-03-02 10:00 in China, a Monday. */
const SOME_MONDAY = 1_772_416_800_000;

/** Runs the real interpreter on a simulated clock with given answers; what node tests and the preview talk through. */
export function converse(bundle: BundleInput, options: ConverseOptions): Chat {
  return converseWith(compileProgram(bundleSchema.parse(bundle), options.registry), options);
}

/** The same for a program that is compiled already: thousands of talks share one. */
export function converseWith(program: Program, options: TalkOptions): Chat {
  const host: SimulatedHost = {
    program,
    calls: options.calls ?? {},
    timers: new Map(),
    effects: [],
    heldBack: [],
    session: null,
    openCall: null,
    now: options.at ?? SOME_MONDAY,
    seed: options.seed ?? 1,
  };
  return defineViews(host, toActions(host, options));
}

type Actions = Pick<Chat, "start" | "send" | "click" | "advanceTime" | "answer" | "fail" | "deliver">;

function toActions(host: SimulatedHost, options: TalkOptions): Actions {
  let messages = 0;
  const receive = (text: string, choice: string | null, attachments: readonly Attachment[]) => {
    messages += 1;
    return deliver(host, { type: "message-received", messageId: `m${messages}`, text, choice, attachments });
  };

  return {
    start: () =>
      deliver(host, {
        type: "conversation-started",
        locale: options.locale ?? "zh-CN",
        channel: options.channel ?? "web",
        contactId: options.contactId ?? "contact-1",
        context: options.context ?? {},
        contact: options.contact ?? {},
      }),
    send: (text, attachments = []) => receive(text, null, attachments),
    click: (wanted) => {
      const option = listOptions(host.effects).find(({ id, label }) => id === wanted || label === wanted);
      if (option === undefined) throw new Error(`no option "${wanted}" is offered`);
      return receive(option.label, option.id, []);
    },
    advanceTime: (ms) => advanceTime(host, ms),
    answer: (value) => closeCall(host, value),
    fail: (message = "failed") => closeCall(host, new Error(message)),
    deliver: (event) => deliver(host, event),
  };
}

/** Getters, so that a test always reads what is so now. */
function defineViews(host: SimulatedHost, actions: Actions): Chat {
  return {
    ...actions,
    get session() {
      return getSession(host);
    },
    get vars() {
      return { ...host.program.main.defaults, ...getSession(host).vars };
    },
    get effects() {
      return host.effects;
    },
    get steps() {
      return listSteps(host.effects);
    },
    get path() {
      return listSteps(host.effects).map(({ nodeId, port }) =>
        port === null ? nodeId : `${nodeId}.${port}`,
      );
    },
    get options() {
      return listOptions(host.effects);
    },
    get ended() {
      return getSession(host).awaiting.type === "ended";
    },
    get now() {
      return host.now;
    },
  };
}

function getSession(host: SimulatedHost): Session {
  if (host.session === null) throw new Error("the conversation has not started");
  return host.session;
}

function listSteps(effects: readonly Effect[]): readonly Step[] {
  return effects.flatMap((effect) => (effect.type === "record-step" ? [effect.step] : []));
}

function listOptions(effects: readonly Effect[]): readonly ChoiceOption[] {
  for (const effect of effects.toReversed()) {
    if (effect.type !== "say") continue;
    const options = effect.parts.flatMap((part) => (part.type === "choices" ? part.options : []));
    if (options.length > 0) return options;
  }
  return [];
}
