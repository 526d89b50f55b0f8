import type { FastifyInstance } from "fastify";
import type { Bundle } from "#flows/kernel/flow.ts";
import { createSecretBox } from "#server/auth/secret-box.ts";
import { buildServer, type ServerDeps } from "#server/http/build-server.ts";
import type { Limits } from "#server/http/limits.ts";
import { log } from "#server/log.ts";
import type { QueuedTask } from "#server/runtime/contract.ts";
import { createRuntime, type RuntimeHost } from "#server/runtime/create-runtime.ts";
import { type SeededBot, seedBot } from "./seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";
import { testBundle, testRegistry } from "./test-kinds.ts";

const MANY = 1_000_000;

/** Limits that no test meets by accident; a test of a limit sets that one. */
export const noLimits: Limits = {
  messagesPerConversation: { name: "message", max: MANY, perSeconds: 60 },
  callsPerConversation: { name: "call", max: MANY, perSeconds: 60 },
  filesPerConversation: { name: "file", max: MANY, perSeconds: 60 },
  startsPerAddress: { name: "start", max: MANY, perSeconds: 60 },
  startsPerBot: { name: "bot", max: MANY, perSeconds: 60 },
  callsPerAddress: { name: "address", max: MANY, perSeconds: 60 },
  streams: { perConversation: MANY, perAddress: MANY },
};

export type HttpHost = {
  readonly db: TestDatabase;
  readonly runtime: RuntimeHost;
  readonly app: FastifyInstance;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly bot: SeededBot;
  close(): Promise<void>;
};

type Options = Partial<Omit<ServerDeps, "sql" | "runtime">> & {
  readonly db?: TestDatabase;
  readonly bundle?: Bundle;
  readonly tasks?: readonly QueuedTask[];
};

export const testSecretBox = createSecretBox("a secret of tests only, never of a server");

/** The real server on a real port, with the real runtime on a database of its own (or on the one given). */
export async function openHttpHost(options: Options = {}): Promise<HttpHost> {
  const { db: given, bundle = testBundle, tasks = [], ...deps } = options;
  const db = given ?? (await createTestDatabase());
  const bot = await seedBot(db.sql, bundle);
  const runtime = createRuntime({ sql: db.sql, log, registry: testRegistry, tasks });
  const app = await buildServer({
    env: { PUBLIC_URL: "https://help.example", TRUST_PROXY: 0, NODE_ENV: "test" },
    log,
    secretBox: testSecretBox,
    limits: noLimits,
    ...deps,
    sql: db.sql,
    runtime,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    ...{ db, runtime, app, url, bot },
    close: async () => {
      await app.close();
      await runtime.drain(1_000);
      if (!given) await db.drop();
    },
  };
}

export type Talk = { readonly conversationId: string; readonly token: string };

/** Begins a conversation over HTTP. */
export async function startTalk({ url, bot }: Pick<HttpHost, "url" | "bot">): Promise<Talk> {
  const response = await fetch(`${url}/v1/bots/${bot.key}/conversations`, { method: "POST" });
  if (response.status !== 201)
    throw new Error(`no conversation: ${response.status} ${await response.text()}`);
  // Our own answer, checked against its schema by a test of its own.
  return (await response.json()) as Talk;
}

/** Posts JSON into a conversation. */
export function post(
  { url }: Pick<HttpHost, "url">,
  { conversationId, token }: Talk,
  call: { readonly to: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> },
): Promise<Response> {
  return fetch(`${url}/v1/conversations/${conversationId}/${call.to}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...call.headers },
    ...(call.body === undefined
      ? {}
      : { body: typeof call.body === "string" ? call.body : JSON.stringify(call.body) }),
  });
}
