import * as z from "zod/mini";
import { messageSchema, statusSchema } from "./message.ts";
import type { ServerSentEvent } from "./parse-events.ts";
import type { TalkEvent } from "./talk-state.ts";

const deltaSchema = z.object({ turn: z.number(), index: z.number(), text: z.string() });
const typingSchema = z.object({ by: z.enum(["bot", "agent"]) });
const statusEventSchema = z.object({ status: statusSchema });
const queueSchema = z.object({
  position: z.number(),
  etaSeconds: z._default(z.nullable(z.number()), null),
});

const parsers: { readonly [name: string]: (data: unknown) => TalkEvent | null } = {
  message: (data) => {
    const message = messageSchema.safeParse(data).data;
    return message ? { type: "message-arrived", message } : null;
  },
  delta: (data) => {
    const delta = deltaSchema.safeParse(data).data;
    return delta ? { type: "text-streamed", key: `${delta.turn}:${delta.index}`, text: delta.text } : null;
  },
  typing: (data) => {
    const typing = typingSchema.safeParse(data).data;
    return typing ? { type: "typing-seen", by: typing.by } : null;
  },
  status: (data) => {
    const event = statusEventSchema.safeParse(data).data;
    return event ? { type: "status-changed", status: event.status } : null;
  },
  queue: (data) => {
    const queue = queueSchema.safeParse(data).data;
    return queue ? { type: "queue-moved", ...queue } : null;
  },
  "rating-request": () => ({ type: "rating-requested" }),
};

/** What a live event means for the talk; null for names and shapes that this page does not know. */
export function parseLiveEvent({ name, data }: ServerSentEvent): TalkEvent | null {
  try {
    return parsers[name]?.(JSON.parse(data)) ?? null;
  } catch {
    return null;
  }
}
