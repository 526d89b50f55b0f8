import { randomBytes } from "node:crypto";
import { join } from "node:path";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { AppError } from "../app-error.ts";
import type { SecretBox } from "../auth/secret-box.ts";
import type { Sql } from "../db/connect.ts";
import type { Env } from "../env.ts";
import type { Logger } from "../log.ts";
import type { BotStore } from "../runtime/bot-store.ts";
import type { Runtime } from "../runtime/contract.ts";
import { answerPreflights } from "./answer-preflight.ts";
import { buildOpenApi } from "./build-openapi.ts";
import { closeConnectionsWithServer } from "./close-connections.ts";
import { createMetrics } from "./create-metrics.ts";
import { addressOf, countCall, type HttpContext } from "./http-context.ts";
import { acceptJsonBodies, BODY_MAX_BYTES } from "./json-body.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { securePages } from "./page-security.ts";
import { createMemoryRateLimiter, createRedisRateLimiter, type RedisEval } from "./rate-limiter.ts";
import { toReaderLocale } from "./reader-locale.ts";
import { addBotRoutes } from "./routes/bot-routes.ts";
import { addConversationRoutes } from "./routes/conversation-routes.ts";
import { addEventRoutes } from "./routes/event-routes.ts";
import { addFileRoute, addUploadRoute } from "./routes/file-routes.ts";
import { addHealthRoutes } from "./routes/health-routes.ts";
import { addWidgetRoute } from "./routes/widget-route.ts";
import { endpoints } from "./schemas/endpoints.ts";
import { createStreamHub } from "./sse/stream-hub.ts";
import { listSeqs } from "./store-feedback.ts";
import { toAppError, toProblem } from "./to-problem.ts";
import { warnOfUnknownProxy } from "./warn-of-unknown-proxy.ts";

export type ServerDeps = {
  readonly sql: Sql;
  readonly runtime: Runtime & { readonly bots: Pick<BotStore, "find" | "findByKey"> };
  readonly env: Pick<Env, "PUBLIC_URL" | "TRUST_PROXY" | "NODE_ENV"> & {
    readonly METRICS_TOKEN?: string | undefined;
  };
  readonly log: Logger;
  readonly secretBox: Pick<SecretBox, "open">;
  /** Counts calls for all processes; each counts for itself without. */
  readonly redis?: RedisEval | null;
  readonly limits?: Partial<Limits>;
  /** The built script that shops embed. */
  readonly widgetFile?: string;
  /** Adds sign-in, the console's procedures and the like. */
  readonly mount?: (app: FastifyInstance) => Promise<void>;
};

const ROOT = join(import.meta.dirname, "../..");

/** A phone on a slow line needs this long for a file of 10 MB; who sends slower on purpose is cut off. */
const REQUEST_TIMEOUT_MS = 120_000;

/**
 * The server without its pages: `mountNext` takes what no route here takes. Closing it ends the live streams first and lets
 * running requests finish.
 */
export async function buildServer(deps: ServerDeps): Promise<FastifyInstance> {
  const app = createApp(deps);
  const context = createContext(deps);
  const { metrics, streams } = context;
  metrics.countStreams(streams.count);
  app.addHook("preClose", async () => streams.close());
  closeConnectionsWithServer(app);
  app.addHook("onClose", async () => metrics.close());
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "none";
    metrics.observeRequest({
      method: request.method,
      route,
      status: reply.statusCode,
      ms: reply.elapsedTime,
    });
    done();
  });

  await app.register(async (scope) => addPublicApi(scope, context));
  addFileRoute(app, context);
  addHealthRoutes(app, { ...context, metricsToken: deps.env.METRICS_TOKEN ?? null });
  addWidgetRoute(app, deps.widgetFile ?? join(ROOT, "public/widget.js"));
  await deps.mount?.(app);
  securePages(app, { bots: context.bots, isDev: deps.env.NODE_ENV === "development" });
  return app;
}

function createApp({ env, log }: ServerDeps): FastifyInstance {
  let count = 0;
  const run = randomBytes(6).toString("base64url");
  const logger: FastifyBaseLogger = log;
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // One logger for all: a child a request costs more than the rest of the routing.
    childLoggerFactory: () => logger,
    genReqId: () => `${run}-${(count++).toString(36)}`,
    // As a function: given a number, Fastify 5 trusts nobody, since it cannot know that the nearest peer is a proxy. Here the operator says so.
    trustProxy: env.TRUST_PROXY === 0 ? false : (_address, hop) => hop < env.TRUST_PROXY,
    // HEAD on live events would open a stream that nobody reads.
    exposeHeadRoutes: false,
    bodyLimit: BODY_MAX_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  });
  // What no scope of its own parses (pages above all) is left unread for whoever takes it.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => sendProblem(new AppError("not_found"), request, reply));
  return app;
}

function createContext(deps: ServerDeps): HttpContext {
  const { sql, runtime, log, secretBox, env } = deps;
  const limits = { ...DEFAULT_LIMITS, ...deps.limits };
  return {
    ...{ sql, runtime, log, secretBox, limits },
    bots: runtime.bots,
    publicOrigin: new URL(env.PUBLIC_URL).origin,
    isProxyKnown: env.TRUST_PROXY > 0,
    limiter: deps.redis ? createRedisRateLimiter(deps.redis) : createMemoryRateLimiter(),
    streams: createStreamHub({ runtime, limits: limits.streams, listSeqs: (ids) => listSeqs(sql, ids) }),
    metrics: createMetrics(),
  };
}

async function addPublicApi(app: FastifyInstance, context: HttpContext): Promise<void> {
  acceptJsonBodies(app);
  warnOfUnknownProxy(app, context);
  app.addHook("onRequest", async (request) => {
    await countCall(context, context.limits.callsPerAddress, addressOf(request));
  });
  answerPreflights(app, context);
  addBotRoutes(app, context);
  addConversationRoutes(app, context);
  addEventRoutes(app, context);
  await app.register(async (scope) => addUploadRoute(scope, context));
  const document = JSON.stringify(buildOpenApi(context.publicOrigin));
  app.get(endpoints.getOpenApi.path, async (_request, reply) =>
    reply
      .headers({
        "content-type": "application/json; charset=utf-8",
        "access-control-allow-origin": "*",
        "cache-control": "public, max-age=300",
      })
      .send(document),
  );
}

/** The one way out for every failure: problem JSON for the caller, and for ourselves a log of what nobody expected. */
function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = toAppError(thrown);
  if (error.code === "internal" || (error.code === "busy" && error !== thrown))
    request.log.error(
      { err: thrown, requestId: request.id, route: request.routeOptions.url },
      "request failed",
    );
  const locale = toReaderLocale(request.headers["accept-language"]);
  const problem = toProblem(error, { locale, requestId: request.id });
  if (problem.status === 429 || problem.status === 503)
    reply.header("retry-after", String(error.facts.retryAfterSeconds ?? 2));
  if (problem.status === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .code(problem.status)
    .headers({
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": locale,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": request.id,
    })
    .send(JSON.stringify(problem));
}
