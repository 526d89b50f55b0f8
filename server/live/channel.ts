import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import type { Sql } from "postgres";

/** Texts between the processes of one installation. Lost ones are no loss: readers catch up from the database. */
export type Channel = { send(text: string): void; close(): Promise<void> };

type OnText = (text: string) => void;

/** Another process's text arrives; one's own does not. */
const ID_CHARS = 36;

export function createRedisChannel(url: string, name: string, onText: OnText): Channel {
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
  void subscriber.subscribe(name).catch(() => {});
  subscriber.on("message", (_channel, text) => passOn({ from, text, onText }));
  return {
    send: (text) => {
      publisher.publish(name, from + text).catch(() => {});
    },
    close: async () => {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

/** For several processes without Redis. PostgreSQL refuses notifications of 8,000 bytes and more; the caller keeps them short. */
export async function createPostgresChannel(sql: Sql, name: string, onText: OnText): Promise<Channel> {
  const from = randomUUID();
  const listening = await sql.listen(name, (text) => passOn({ from, text, onText }));
  return {
    send: (text) => {
      sql.notify(name, from + text).catch(() => {});
    },
    close: () => listening.unlisten(),
  };
}

function passOn({
  from,
  text,
  onText,
}: {
  readonly from: string;
  readonly text: string;
  readonly onText: OnText;
}) {
  if (text.slice(0, ID_CHARS) !== from) onText(text.slice(ID_CHARS));
}
