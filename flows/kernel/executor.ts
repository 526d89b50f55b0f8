import type { Json, JsonObject } from "./json.ts";
import type { CallFailed, CallRequest, CallSucceeded, Effect, TimerFired } from "./protocol.ts";
import type { CustomerMessage } from "./session.ts";
import type { Locale, Text } from "./text.ts";

/** Effects that a node may ask for itself; calls, timers and steps are the kernel's business. */
export type NodeEffect =
  | (Omit<Extract<Effect, { type: "say" }>, "nodeId" | "typingMs"> & { readonly typingMs?: number })
  | Extract<Effect, { type: "update-contact" }>
  | Extract<Effect, { type: "record-metric" }>;

/** What a node may see. Read-only: it changes things through its outcome. */
export type NodeContext = {
  readonly flowId: string;
  readonly nodeId: string;
  readonly locale: Locale;
  readonly channel: string;
  readonly contactId: string;
  readonly now: number;
  /** 0 <= x < 1, a new number each call, the same on replay. */
  random(): number;
  /** The customer's message while it is unanswered and this node has not looked at it; else null. */
  readonly message: CustomerMessage | null;
  readonly vars: JsonObject;
  /** Turns in a row that nothing understood. */
  readonly strikes: number;
  /** The loop kind's own memory for this node in this frame. */
  readonly loop: Json | undefined;
  /** Picks the language and renders `{{ }}` once; values that customers typed are never evaluated. Errors render as empty text. */
  text(text: Text, assigned?: JsonObject): string;
  /**
   * Evaluates an expression; throws an `ExpressionError` that the kernel turns into the node's error path. `assigned` holds
   * values that this visit is about to set; they hide the variables of the same name.
   */
  evaluate(source: string, assigned?: JsonObject): Json;
};

/** What every outcome may carry along. Effects come before the move. */
type Along = {
  readonly effects?: readonly NodeEffect[];
  /** Variables to set, by name. */
  readonly set?: JsonObject;
  /** For the trace. */
  readonly input?: Json;
  readonly output?: Json;
  /** New memory of this loop node; null forgets it. */
  readonly loop?: Json;
  /** `hit` resets the strikes, `miss` adds one. */
  readonly understood?: "hit" | "miss";
};

/**
 * How a visit ends. `listen` waits for the customer: `rejected` says that the message just given did not fit, which lets the
 * kernel try a digression (answer a question, then `prompt` again) before the outcome is applied, unless `digress` is false. A
 * node that leaves with what did not fit (`other`, `invalid`) says so too. `doubtful` says that the message fits, but may just as
 * well ask something: a digression is tried as well, and what fits is taken where nothing answers.
 *
 * A message with which a question resumed counts as answered, unless the outcome is `rejected` or `understood: "miss"`: then
 * understanding nodes further on still see it.
 */
export type Outcome = Along &
  (
    | {
        readonly type: "leave";
        readonly port: string;
        readonly rejected?: boolean;
        readonly digress?: boolean;
        readonly doubtful?: boolean;
      }
    | {
        readonly type: "listen";
        readonly state: Json;
        readonly timeoutMs?: number;
        readonly rejected?: boolean;
        readonly digress?: boolean;
        readonly doubtful?: boolean;
      }
    | {
        readonly type: "call";
        readonly request: CallRequest;
        readonly state: Json;
        readonly timeoutMs?: number;
      }
    | {
        readonly type: "sleep";
        readonly untilMs: number;
        readonly state: Json;
        readonly interruptible: boolean;
      }
    | { readonly type: "enter-subflow"; readonly flowId: string; readonly vars: JsonObject }
    | { readonly type: "jump"; readonly nodeId: string }
    | {
        readonly type: "end";
        readonly resolution: string;
        readonly keepOpen: boolean;
        readonly askRating: boolean;
      }
    | { readonly type: "fail"; readonly code: string; readonly message: string }
  );

/** What can come back to a node that waited. `subflow-ended` brings the callee's end and its variables. */
export type NodeEvent =
  | { readonly type: "message-received"; readonly message: CustomerMessage }
  | CallSucceeded
  | CallFailed
  | TimerFired
  | { readonly type: "subflow-ended"; readonly resolution: string; readonly vars: JsonObject };

/** What the customer wants to be changed while `state` is awaited; `value` is what it should have been, when they said so. */
export type Correction = {
  readonly state: Json;
  readonly value: string | null;
  readonly message: CustomerMessage;
};

/** What a kind does. Both halves are pure: same config, event and context, same outcome. A throw takes the node's error path. */
export type Executor<Config> = {
  enter(config: Config, context: NodeContext): Outcome;
  /** `state` is what the node left with `listen`, `call` or `sleep`. */
  resume?(config: Config, event: NodeEvent & { readonly state: Json }, context: NodeContext): Outcome;
  /** What to say again after a digression or "go back". Only kinds that ask something have it, and only they can be gone back to. */
  prompt?(config: Config, state: Json, context: NodeContext): readonly NodeEffect[];
  /** For kinds that ask several things: their own way to correct one of them. Null leaves it to the kernel, which goes one question back. */
  correct?(config: Config, correction: Correction, context: NodeContext): Outcome | null;
};
