import type { FastifyRequest } from "fastify";
import { AppError } from "#server/app-error.ts";

/**
 * Lets a change through only when one of our own pages asked for it. Browsers set both headers themselves; a request without
 * either comes from no browser and carries no one's cookie by accident.
 */
export function assertSameOrigin(request: FastifyRequest, publicUrl: string): void {
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none")
    throw new AppError("origin_not_allowed");
  if (origin === undefined) return;
  if (origin === new URL(publicUrl).origin) return;
  // The console may be open under another name of this machine (127.0.0.1, an address in the office).
  if (URL.canParse(origin) && new URL(origin).host === request.headers.host) return;
  throw new AppError("origin_not_allowed");
}
