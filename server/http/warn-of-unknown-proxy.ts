import type { FastifyInstance } from "fastify";
import type { HttpContext } from "./http-context.ts";

/**
 * Says once in the log when requests come through a proxy that the settings do not mention: all customers then count as one
 * caller, and one of them can use up everybody's share.
 */
export function warnOfUnknownProxy(app: FastifyInstance, { log, isProxyKnown }: HttpContext): void {
  if (isProxyKnown) return;
  let isSaid = false;
  app.addHook("onRequest", (request, _reply, done) => {
    if (!isSaid && request.headers["x-forwarded-for"] !== undefined) {
      isSaid = true;
      log.warn(
        "Requests come through a proxy, but TRUST_PROXY is 0: set it to the number of proxies in front",
      );
    }
    done();
  });
}
