import type { Json, JsonObject } from "./json.ts";
import type { Attachment, Part } from "./protocol.ts";
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
  | { readonly type: "message"; readonly state: Json; readonly timerId: string | null }
  | {
      readonly type: "call";
      readonly callId: string;
      readonly queued: boolean;
      readonly state: Json;
      readonly purpose: "node" | "digression";
    }
  | {
      readonly type: "timer";
      readonly timerId: string;
      readonly state: Json;
      readonly interruptible: boolean;
    }
  | { readonly type: "ended" };

export type CustomerMessage = {
  readonly messageId: string;
  readonly text: string;
  readonly choice: string | null;
  readonly attachments: readonly Attachment[];
};

/** The whole memory of one conversation, as JSON. Small by design: it is written once a turn. */
export type Session = {
  readonly abi: number;
  readonly locale: Locale;
  readonly channel: string;
  readonly contactId: string;
  readonly context: JsonObject;
  /** Variables of scope `conversation`, `turn` and `contact` by name. */
  readonly vars: JsonObject;
  /** Innermost call last; never empty once started. */
  readonly stack: readonly Frame[];
  readonly awaiting: Awaiting;
  /** The customer's last message until it has been answered; what understanding nodes look at. */
  readonly message: CustomerMessage | null;
  /** Understanding nodes that have looked at `message` already (`flowId/nodeId`); each looks once. */
  readonly looked: readonly string[];
  /** What the bot said last, for "say that again". */
  readonly lastSaid: readonly (readonly Part[])[];
  /** Points to which "go back" returns, oldest first, at most 10. */
  readonly history: readonly { readonly stack: readonly Frame[]; readonly vars: JsonObject }[];
  /** Turns in a row that nothing understood. */
  readonly strikes: number;
  /** Source of call and timer ids: unique within the conversation, the same on replay. */
  readonly counter: number;
  /** Free place for features of the kernel (repair); JSON only. */
  readonly repair: JsonObject;
};
