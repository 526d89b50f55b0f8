import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import type { FastifyInstance } from "fastify";
import { AppError, ERROR_CODES, type ErrorCode } from "#server/app-error.ts";
import { assertSameOrigin } from "#server/auth/assert-same-origin.ts";
import { createContext, type TrpcDeps } from "./context.ts";
import { toErrorData } from "./format-error.ts";
import { mountConsoleEvents } from "./mount-console-events.ts";
import { mountDocuments } from "./mount-documents.ts";
import { mountEntries } from "./mount-entries.ts";
import { mountTransfer } from "./mount-transfer.ts";
import { type AppRouter, appRouter } from "./router.ts";

/** A change of a draft may bring a whole pasted flow along, a batch its 5,000 questions. */
const BODY_BYTES_MAX = 2 * 1024 * 1024;
const BATCH_MAX = 20;

/** Serves the console's procedures under `/trpc`. A change is made only by JSON that one of our own pages sent. */
export async function mountTrpc(app: FastifyInstance, deps: TrpcDeps): Promise<void> {
  await app.register(
    async (scope) => {
      scope.addHook("onRequest", async (request, reply) => {
        reply.header("cache-control", "no-store");
        if (request.method === "GET") return;
        if (request.method !== "POST") throw new AppError("not_found");
        // A form or an image can send a request from a foreign page, but never with this type.
        if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
          throw new AppError("unsupported_media_type");
        }
        assertSameOrigin(request, deps.publicUrl);
      });
      // The server's own limit suits customers' messages; only a route can raise it.
      scope.addHook("onRoute", (route) => {
        route.bodyLimit = BODY_BYTES_MAX;
      });
      scope.setErrorHandler((error, request, reply) => {
        const code = toCode(error);
        if (code === "internal") request.log.error({ err: error }, "a console call failed");
        return reply
          .status(ERROR_CODES[code].status)
          .send({ error: { message: code, data: { code, facts: {} } } });
      });
      await scope.register(fastifyTRPCPlugin, toPluginOptions(deps));
    },
    { prefix: "/trpc" },
  );
  await app.register(async (scope) => mountConsoleEvents(scope, deps));
  await app.register(async (scope) => mountTransfer(scope, deps));
  await app.register(async (scope) => mountDocuments(scope, deps));
  await app.register(async (scope) => mountEntries(scope, deps));
}

function toCode(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  const isTooLarge = error instanceof Error && "code" in error && error.code === "FST_ERR_CTP_BODY_TOO_LARGE";
  return isTooLarge ? "payload_too_large" : "internal";
}

function toPluginOptions(deps: TrpcDeps): FastifyTRPCPluginOptions<AppRouter> {
  return {
    prefix: "",
    trpcOptions: {
      router: appRouter,
      maxBatchSize: BATCH_MAX,
      createContext: ({ req, res }) => createContext(deps, { req, res }),
      responseMeta: ({ errors }) => {
        const limited = errors.map(toErrorData).find((data) => data.code === "rate_limited");
        return limited
          ? { headers: new Headers({ "retry-after": String(limited.facts.retryAfterSeconds ?? 60) }) }
          : {};
      },
      onError: ({ error, path, req }) => {
        if (toErrorData(error).code === "internal")
          req.log.error({ err: error, procedure: path }, "a console call failed");
      },
    },
  };
}
