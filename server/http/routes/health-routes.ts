import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../../app-error.ts";
import type { Sql } from "../../db/connect.ts";
import { getMigrationState } from "../../db/migrate.ts";
import { isLoopback } from "../client-address.ts";
import type { HttpContext } from "../http-context.ts";

/** Longer than this and a load balancer had better ask somebody else. */
const READY_WITHIN_MS = 2_000;

/** For those who run the program: does it live, can it serve, and how is it doing. */
export function addHealthRoutes(
  app: FastifyInstance,
  {
    sql,
    metrics,
    metricsToken,
  }: Pick<HttpContext, "sql" | "metrics"> & { readonly metricsToken: string | null },
): void {
  app.get("/healthz", async (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );

  app.get("/readyz", async (_request, reply) => {
    const isReady = await canServe(sql);
    reply.header("cache-control", "no-store").code(isReady ? 200 : 503);
    return reply.send({ status: isReady ? "ready" : "not_ready" });
  });

  app.get("/metrics", async (request, reply) => {
    // Like every path that does not exist: strangers learn nothing from it.
    if (!mayReadMetrics(request, metricsToken)) throw new AppError("not_found");
    return reply
      .type(metrics.contentType)
      .header("cache-control", "no-store")
      .send(await metrics.render());
  });
}

async function canServe(sql: Sql): Promise<boolean> {
  const timeout = new Promise<null>((resolve) => setTimeout(resolve, READY_WITHIN_MS, null).unref());
  try {
    const state = await Promise.race([getMigrationState(sql), timeout]);
    return state !== null && state.applied === state.known && state.newer === 0;
  } catch {
    return false;
  }
}

/** From this machine itself, without any proxy between (behind one, everybody comes from this machine), or with the token. */
function mayReadMetrics({ raw, headers }: FastifyRequest, token: string | null): boolean {
  if (token !== null && isSame(headers.authorization ?? "", `Bearer ${token}`)) return true;
  const isForwarded = ["x-forwarded-for", "forwarded", "x-real-ip", "via"].some((name) => name in headers);
  return !isForwarded && isLoopback(raw.socket.remoteAddress);
}

function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
