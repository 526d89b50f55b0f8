import type { JsonObject } from "../../flows/kernel/json.ts";
import type { Attachment } from "../../flows/kernel/protocol.ts";
import type { PendingEvent } from "./claim-pending.ts";
import type { UnstampedEvent } from "./take-turn.ts";

export type MessageBody = {
  readonly type: "message-received";
  readonly messageId: string;
  readonly text: string;
  readonly choice: string | null;
  readonly attachments: readonly (Attachment & { readonly url: string })[];
};

/** The event that the accepted ones amount to: messages of a burst are read as one. */
export function toKernelEvent(events: readonly PendingEvent[]): UnstampedEvent {
  const [first] = events;
  if (!first) throw new Error("no event to run");
  // Bodies were written by `toInboundBody` and `acceptInbound`; the log holds nothing else.
  if (events.length === 1) return first.body as unknown as UnstampedEvent;
  const bodies = events.map(({ body }) => toMessageBody(body));
  return {
    type: "message-received",
    messageId: first.clientId,
    text: bodies.map(({ text }) => text).join("\n"),
    choice: bodies.at(-1)?.choice ?? null,
    attachments: bodies.flatMap(({ attachments }) => attachments),
  };
}

export function toMessageBody(body: JsonObject): MessageBody {
  // Written by `receiveMessage` from a parsed request.
  return body as unknown as MessageBody;
}
