import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import type { Sql } from "postgres";
import type { LiveEvent } from "./contract.ts";
import type { LiveRelay } from "./live-bus.ts";
import { readMessages } from "./read-messages.ts";

const CHANNEL = "jieda_live";

/** PostgreSQL refuses notifications of 8,000 bytes and more; a longer message travels as its number and is read from the table. */
const NOTIFY_MAX_BYTES = 7_500;

type Envelope = {
  readonly from: string;
  readonly conversationId: string;
  readonly event: LiveEvent | { readonly type: "long-message"; readonly seq: number };
};

type Deliver = (conversationId: string, event: LiveEvent) => void;

/** Live events between processes over Redis. Lost messages are no loss: readers catch up by number. */
export function createRedisRelay(url: string, deliver: Deliver): LiveRelay {
  const from = randomUUID();
  const options = {
    maxRetriesPerRequest: null,
    enableOfflineQueue: false,
    retryStrategy: (tries: number) => Math.min(tries * 100, 2_000),
  };
  const publisher = new Redis(url, options);
  const subscriber = new Redis(url, { ...options, enableOfflineQueue: true });
  // Without listeners a lost connection would end the process; ioredis reconnects by itself.
  publisher.on("error", () => {});
  subscriber.on("error", () => {});
  void subscriber.subscribe(CHANNEL).catch(() => {});
  subscriber.on("message", (_channel, text) => {
    const envelope = parseEnvelope(text);
    if (envelope && envelope.from !== from && envelope.event.type !== "long-message")
      deliver(envelope.conversationId, envelope.event);
  });
  return {
    send: (conversationId, event) => {
      publisher
        .publish(CHANNEL, JSON.stringify({ from, conversationId, event } satisfies Envelope))
        .catch(() => {});
    },
    close: async () => {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

/** Live events between processes over the database, for several processes without Redis. */
export async function createPostgresRelay(sql: Sql, deliver: Deliver): Promise<LiveRelay> {
  const from = randomUUID();
  const listening = await sql.listen(CHANNEL, (text) => {
    const envelope = parseEnvelope(text);
    if (!envelope || envelope.from === from) return;
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
      const text = JSON.stringify({ from, conversationId, event } satisfies Envelope);
      const isShort = Buffer.byteLength(text) <= NOTIFY_MAX_BYTES;
      if (!isShort && event.type !== "message") return;
      const short =
        event.type === "message" ? { type: "long-message" as const, seq: event.message.seq } : event;
      const payload = isShort
        ? text
        : JSON.stringify({ from, conversationId, event: short } satisfies Envelope);
      sql.notify(CHANNEL, payload).catch(() => {});
    },
    close: () => listening.unlisten(),
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
