import type { Sql } from "postgres";
import type { ReleaseNews } from "../knowledge/faq/release/release-progress.ts";
import type { PublishNews } from "../releases/publish-progress.ts";
import { createPostgresChannel, createRedisChannel } from "./channel.ts";
import { createTopicBus, type TopicBus, type TopicHub } from "./topic-bus.ts";

/** Where somebody is in the builder. `cursor` is in canvas coordinates. */
export type Presence = {
  readonly clientId: string;
  readonly name: string;
  readonly flowId: string | null;
  readonly nodeId: string | null;
  readonly cursor: { readonly x: number; readonly y: number } | null;
  readonly isLeaving: boolean;
};

/** What open pages hear of one bot or one knowledge base; the topic is its id. Each says only that something is new; readers fetch it. */
export type ConsoleEvent =
  | { readonly type: "draft-changed"; readonly rev: number; readonly clientId: string | null }
  | ({ readonly type: "presence" } & Presence)
  | { readonly type: "test-run-changed"; readonly runId: string }
  | { readonly type: "release-changed" }
  | PublishNews
  | { readonly type: "comments-changed" }
  /** Of a base: how far a reading is, or what came of it. */
  | { readonly type: "documents-changed" }
  /** Of a base: facts were looked for in one of its documents. */
  | { readonly type: "graph-changed" }
  | ReleaseNews
  /** Of a base: how far its vectors are. */
  | { readonly type: "vectors-changed" };

export type ConsoleBus = TopicBus<ConsoleEvent>;

const CHANNEL = "jieda_console";

export const createConsoleBus = (): TopicHub<ConsoleEvent> => createTopicBus<ConsoleEvent>();

/** Lets several processes hear each other; over Redis when there is one, else over the database. */
export async function connectConsoleBus(
  bus: TopicHub<ConsoleEvent>,
  { sql, redisUrl }: { readonly sql: Sql; readonly redisUrl: string | null },
): Promise<void> {
  const onText = (text: string): void => {
    // Only our own processes write to this channel.
    const { topic, event } = JSON.parse(text) as { readonly topic: string; readonly event: ConsoleEvent };
    bus.deliver(topic, event);
  };
  const channel = redisUrl
    ? createRedisChannel(redisUrl, CHANNEL, onText)
    : await createPostgresChannel(sql, CHANNEL, onText);
  bus.setRelay({
    send: (topic, event) => channel.send(JSON.stringify({ topic, event })),
    close: channel.close,
  });
}
