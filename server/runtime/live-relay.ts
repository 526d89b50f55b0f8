import type { Sql } from "postgres";
import { createPostgresChannel, createRedisChannel } from "../live/channel.ts";
import type { LiveEvent } from "./contract.ts";
import type { LiveRelay } from "./live-bus.ts";
import { readMessages } from "./read-messages.ts";

const CHANNEL = "jieda_live";

/** What a notification of PostgreSQL holds at most; a longer message travels as its number and is read from the table. */
const NOTIFY_MAX_BYTES = 7_500;

type Envelope = {
  readonly conversationId: string;
  readonly event: LiveEvent | { readonly type: "long-message"; readonly seq: number };
};

type Deliver = (conversationId: string, event: LiveEvent) => void;

const toText = (envelope: Envelope): string => JSON.stringify(envelope);

/** Live events between processes over Redis. */
export function createRedisRelay(url: string, deliver: Deliver): LiveRelay {
  const channel = createRedisChannel(url, CHANNEL, (text) => {
    const envelope = parseEnvelope(text);
    if (envelope && envelope.event.type !== "long-message") deliver(envelope.conversationId, envelope.event);
  });
  return {
    send: (conversationId, event) => channel.send(toText({ conversationId, event })),
    close: channel.close,
  };
}

/** Live events between processes over the database, for several processes without Redis. */
export async function createPostgresRelay(sql: Sql, deliver: Deliver): Promise<LiveRelay> {
  const channel = await createPostgresChannel(sql, CHANNEL, (text) => {
    const envelope = parseEnvelope(text);
    if (!envelope) return;
    const { conversationId, event } = envelope;
    if (event.type !== "long-message") deliver(conversationId, event);
    else {
      void readMessages(sql, conversationId, { after: event.seq - 1, limit: 1 })
        .then(([message]) => message && deliver(conversationId, { type: "message", message }))
        .catch(() => {});
    }
  });
  return {
    send: (conversationId, event) => {
      const text = toText({ conversationId, event });
      if (Buffer.byteLength(text) <= NOTIFY_MAX_BYTES) channel.send(text);
      else if (event.type === "message")
        channel.send(toText({ conversationId, event: { type: "long-message", seq: event.message.seq } }));
    },
    close: channel.close,
  };
}

function parseEnvelope(text: string): Envelope | null {
  try {
    // Only our own processes write to this channel.
    return JSON.parse(text) as Envelope;
  } catch {
    return null;
  }
}
