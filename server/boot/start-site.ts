import type { FastifyInstance } from "fastify";
import { Redis } from "ioredis";
import { findFreePort } from "../../scripts/find-free-port.mjs";
import { createAuth } from "../auth/create-auth.ts";
import { mountAuth } from "../auth/mount-auth.ts";
import { createSecretBox } from "../auth/secret-box.ts";
import { sweepThrottle } from "../auth/throttle.ts";
import type { Sql } from "../db/connect.ts";
import type { Env } from "../env.ts";
import { buildServer } from "../http/build-server.ts";
import type { LocalModels } from "../knowledge/embedding/local/create-local-models.ts";
import type { Meanings } from "../knowledge/embedding/meanings.ts";
import type { ConsoleBus } from "../live/console-bus.ts";
import type { Logger } from "../log.ts";
import { createOutboundClient } from "../net/create-outbound-client.ts";
import { watchGrayReleases } from "../releases/watch-gray.ts";
import type { RuntimeHost } from "../runtime/create-runtime.ts";
import { StartupError } from "../startup-error.ts";
import type { BackgroundDoor } from "../trpc/context.ts";
import { mountTrpc } from "../trpc/mount-trpc.ts";
import { mountNext } from "./mount-next.ts";

export type Site = {
  /** Takes no more requests, ends live streams and lets running requests finish. */
  stop(): Promise<void>;
  close(): Promise<void>;
};

const SWEEP_MS = 3_600_000;

type SiteDeps = {
  readonly env: Env;
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly runtime: RuntimeHost;
  readonly background: BackgroundDoor;
  readonly meanings: Meanings;
  readonly models: LocalModels;
  readonly consoleBus: ConsoleBus;
  readonly log: Logger;
};

/** Serves everything that has an address: API, sign-in, console procedures, files, pages. */
export async function startSite({
  env,
  sql,
  databaseUrl,
  runtime,
  background,
  meanings,
  models,
  consoleBus,
  log,
}: SiteDeps): Promise<Site> {
  const publicUrl = env.PUBLIC_URL;
  const secretBox = createSecretBox(env.AUTH_SECRET);
  const outbound = createOutboundClient({ allowCidr: env.EGRESS_ALLOW_CIDR });
  const auth = createAuth({ sql, databaseUrl, publicUrl, secret: env.AUTH_SECRET });
  const redis = env.REDIS_URL ? createCounterRedis(env.REDIS_URL, log) : null;
  const server: FastifyInstance = await buildServer({
    ...{ sql, runtime, env, log, secretBox, redis },
    mount: async (app) => {
      await mountAuth(app, { sql, auth, publicUrl });
      const forgetBots = () => runtime.bots.forgetAll();
      const forgetKnowledge = () => runtime.knowledge.forgetAll();
      await mountTrpc(app, {
        ...{ sql, auth, secretBox, publicUrl, consoleBus, background },
        ...{ forgetBots, forgetKnowledge, meanings, models, outbound },
        ...{ knowledge: runtime.knowledge, passages: runtime.passages, graphs: runtime.graphs },
      });
    },
  });
  const pages = await mountNext(server, { isDev: env.NODE_ENV === "development", port: env.PORT });
  await server.listen({ port: env.PORT, host: env.HOST }).catch((error) => explainListenError(error, env));
  const watching = watchGrayReleases({
    ...{ sql, log },
    announce: ({ botId }) => {
      runtime.bots.forgetAll();
      consoleBus.publish(botId, { type: "release-changed" });
    },
  });
  const sweeping = setInterval(() => {
    sweepThrottle(sql).catch((error: unknown) =>
      log.warn({ err: error }, "old sign-in counts were not removed"),
    );
  }, SWEEP_MS);
  return {
    stop: async () => {
      clearInterval(sweeping);
      await Promise.all([watching.stop(), server.close()]);
    },
    close: async () => {
      await Promise.all([pages.close(), auth.close()]);
      redis?.disconnect();
    },
  };
}

/** Counting calls must never hold a request up: while Redis is away, each process counts for itself. */
function createCounterRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 200 });
  redis.on("error", (error) => log.warn({ err: error }, "Redis cannot be reached"));
  return redis;
}

async function explainListenError(error: NodeJS.ErrnoException, { PORT, HOST }: Env): Promise<never> {
  if (error.code === "EACCES") {
    throw new StartupError(`This user may not open port ${PORT}. Choose one above 1023: PORT=3000 npm start`);
  }
  if (error.code === "EADDRNOTAVAIL") throw new StartupError(`HOST: this machine has no address ${HOST}.`);
  if (error.code !== "EADDRINUSE") throw error;
  const free = await findFreePort(PORT + 1, HOST);
  const offer = free === null ? "" : ` Port ${free} is free: PORT=${free} npm start`;
  throw new StartupError(`Port ${PORT} is taken by another program.${offer}`);
}
