import type { Json, JsonObject } from "../../flows/kernel/json.ts";
import type { Attachment, Origin, Part } from "../../flows/kernel/protocol.ts";
import type { Locale } from "../../flows/kernel/text.ts";

/** What the faces of the runtime (public API, channels, preview) see of it. They never touch its tables or the kernel. */

export type ConversationStatus = "waiting" | "working" | "queued" | "human" | "ended";

/** A message as customers receive it. `seq` is gapless within a conversation and the id of its live event. */
export type PublicMessage = {
  readonly id: string;
  readonly clientId: string | null;
  readonly seq: number;
  readonly role: "bot" | "agent" | "customer" | "system";
  readonly at: string;
  readonly parts: readonly Part[];
  readonly author: string | null;
  readonly origin: Origin;
};

export type TurnAnswer = { readonly messages: readonly PublicMessage[]; readonly status: ConversationStatus };

/** Who talks: found by token once, then remembered. */
export type ConversationRef = {
  readonly conversationId: string;
  readonly workspaceId: string;
  readonly botId: string;
};

export type StartInput = {
  readonly botId: string;
  readonly channel: string;
  readonly locale: Locale;
  /** `user:<sub>` for a verified identity, `visitor:<id>` else. */
  readonly contactKey: string;
  readonly isVerified: boolean;
  readonly contactName: string | null;
  readonly context: JsonObject;
};

export type MessageInput = {
  /** The client's id, unique within the conversation: the same id is answered again, never run again. */
  readonly clientId: string;
  readonly text: string;
  readonly choice: string | null;
  /** `url` is what other readers of the talk open; the file itself was checked when it was uploaded. */
  readonly attachments: readonly (Attachment & { readonly url: string })[];
};

/** What readers of one conversation hear live. Everything but `message` is a convenience and may be lost. */
export type LiveEvent =
  | { readonly type: "message"; readonly message: PublicMessage }
  | { readonly type: "delta"; readonly turn: number; readonly index: number; readonly text: string }
  | { readonly type: "typing"; readonly by: "bot" | "agent" | "customer" }
  | { readonly type: "status"; readonly status: ConversationStatus }
  | { readonly type: "queue"; readonly position: number; readonly etaSeconds: number | null }
  | { readonly type: "rating-request" };

export type Runtime = {
  /**
   * Starts the bot's live version and runs it to its first wait. Fails with `bot_unavailable` when no version can be served.
   * The token (256 bit, base64url) is returned once and only for this conversation.
   */
  startConversation(
    input: StartInput,
  ): Promise<TurnAnswer & { readonly conversationId: string; readonly token: string }>;
  /** Finds the conversation that the token opens; `not_found` for wrong, foreign and unknown alike. */
  authorize(conversationId: string, token: string): Promise<ConversationRef>;
  /** Runs one turn, or answers again what the same client id was answered. `working` when a queued step goes on. */
  receiveMessage(ref: ConversationRef, input: MessageInput): Promise<TurnAnswer>;
  /** Messages with seq > after, oldest first. `ratingRequested` until the talk has been rated, also for who missed the live event. */
  listMessages(
    ref: ConversationRef,
    page: { after: number; limit: number },
  ): Promise<TurnAnswer & { readonly hasMore: boolean; readonly ratingRequested: boolean }>;
  /** Ends the talk for the customer; later messages fail with `conversation_ended`. */
  endConversation(ref: ConversationRef, resolution: string): Promise<TurnAnswer>;
  /** Listens to one conversation until the returned function is called. */
  subscribe(conversationId: string, listener: (event: LiveEvent) => void): () => void;
  publishLive(conversationId: string, event: LiveEvent): void;
  /** Stops claiming, lets running turns end, gives up leases. */
  drain(timeoutMs: number): Promise<void>;
};

/** Performs one queued task. `signal` aborts when the lease is lost, the timeout passed or the process drains. */
export type QueuedTask = {
  readonly name: string;
  perform(
    input: Json,
    context: {
      readonly signal: AbortSignal;
      readonly callKey: string;
      readonly conversation: ConversationRef;
      emitDelta(text: string): void;
    },
  ): Promise<Json>;
};
