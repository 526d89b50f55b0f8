import type { LiveEvent } from "../../runtime/contract.ts";

/**
 * One server-sent event. Only messages carry an id, so that Last-Event-ID is always the number of a message.
 * JSON holds no line breaks, so no text can end the event early or begin one of its own.
 */
export function toFrame(event: LiveEvent): string {
  if (event.type === "message")
    return `id: ${event.message.seq}\nevent: message\ndata: ${JSON.stringify(event.message)}\n\n`;
  const { type, ...data } = event;
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
