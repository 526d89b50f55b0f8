import type { Outcome } from "./executor.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Attachment, Event, Origin, Part } from "./protocol.ts";
import type { Locale } from "./text.ts";

/** Raised when the meaning of a stored session changes; the last two keep running. */
export const ENGINE_ABI = 1;

/** Where a flow stands. The root flow has the id `main`; a sub-flow the id under which the bundle holds it. */
export type Frame = {
  readonly flowId: string;
  readonly nodeId: string;
  /** Variables of the called flow; the root frame's are `Session.vars`. */
  readonly vars: JsonObject;
  /** Iterations of loop nodes by node id: `{ index, items }` and the like, owned by the loop kind. */
  readonly loops: { readonly [nodeId: string]: Json };
};

/** What a node was waiting for when the turn ended. `state` belongs to the node and is given back to it. */
export type Awaiting =
  /** Nothing is drawn to happen next: the next message starts at the start node again, with that message at hand. */
  | { readonly type: "idle" }
  /** The customer is asked. `timeoutMs` is kept because a repair or a digression starts the time anew. */
  | {
      readonly type: "message";
      readonly state: Json;
      readonly timerId: string | null;
      readonly timeoutMs: number | null;
    }
  | {
      readonly type: "call";
      readonly callId: string;
      readonly queued: boolean;
      readonly state: Json;
      readonly purpose: "node";
    }
  /** An FAQ set is asked whether it knows what did not fit the open question; `parked` happens if it does not. */
  | {
      readonly type: "call";
      readonly callId: string;
      readonly queued: false;
      readonly state: Json;
      readonly purpose: "digression";
      readonly timeoutMs: number | null;
      readonly parked: Outcome;
    }
  | {
      readonly type: "timer";
      readonly timerId: string;
      readonly state: Json;
      readonly interruptible: boolean;
    }
  /**
   * A debugger stopped the walk before `nodeId`; never part of a customer's talk. Clock and dice are kept, so that going on is
   * the same as never having stopped.
   */
  | {
      readonly type: "paused";
      readonly nodeId: string;
      readonly cause: Event["type"];
      readonly at: number;
      readonly randomState: number;
    }
  /** With `keepOpen` a later message starts a new run in the same conversation; else the kernel ignores it for ever. */
  | { readonly type: "ended"; readonly keepOpen: boolean };

export type CustomerMessage = {
  readonly messageId: string;
  readonly text: string;
  readonly choice: string | null;
  readonly attachments: readonly Attachment[];
};

export type Said = { readonly parts: readonly Part[]; readonly origin: Origin };

/** An answered question to which "go back" returns. */
export type HistoryPoint = {
  readonly stack: readonly Frame[];
  readonly state: Json;
  readonly timeoutMs: number | null;
  /** Values that root variables had here and that were changed since. */
  readonly undo: JsonObject;
};

/** What counts once a turn: one inbound event and the inline results that follow it. */
export type TurnTally = {
  readonly visits: number;
  readonly messages: number;
  readonly fallbacks: number;
  /** A limit was met; the reserve of the error path is being used. */
  readonly escaped: boolean;
  readonly understood: "hit" | "miss" | null;
  /** Strikes before this turn's first understanding. */
  readonly strikesBefore: number;
};

/** The whole memory of one conversation, as JSON. Small by design: it is written once a turn. */
export type Session = {
  readonly abi: number;
  readonly locale: Locale;
  readonly channel: string;
  readonly contactId: string;
  readonly context: JsonObject;
  /** Variables of scope `conversation`, `turn` and `contact` by name, as far as they differ from the version's defaults. */
  readonly vars: JsonObject;
  /** Innermost call last; never empty once started. */
  readonly stack: readonly Frame[];
  readonly awaiting: Awaiting;
  /** The customer's last message; understanding nodes look at it until it has been answered. */
  readonly message: CustomerMessage | null;
  readonly answered: boolean;
  /** Understanding nodes that have looked at `message` already (`flowId/nodeId`); each looks once. */
  readonly looked: readonly string[];
  /** A message that came while the bot slept; it is delivered at the next wait. */
  readonly held: CustomerMessage | null;
  /** What the bot said in the last turn in which it spoke, for "say that again". */
  readonly lastSaid: readonly Said[];
  /** Oldest first, at most 10. */
  readonly history: readonly HistoryPoint[];
  /** Turns in a row that nothing understood. */
  readonly strikes: number;
  /** Source of call and timer ids: unique within the conversation, the same on replay. */
  readonly counter: number;
  readonly turn: TurnTally;
};
