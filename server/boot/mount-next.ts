import { resolve } from "node:path";
import type { FastifyInstance } from "fastify";
import next from "next";
import { isServerPath } from "../http/page-security.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/**
 * Hands every request that no route of the server takes to Next. It happens before the body is read:
 * Next reads the body itself, and a page must not pay for the API's parsers.
 */
export async function mountNext(
  server: FastifyInstance,
  { isDev, port }: { readonly isDev: boolean; readonly port: number },
): Promise<{ close(): Promise<void> }> {
  const app = next({ dev: isDev, dir: ROOT, port, quiet: !isDev });
  await app.prepare();
  const handle = app.getRequestHandler();
  server.addHook("onRequest", async (request, reply) => {
    if (!request.is404 || isServerPath(request.url)) return;
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    await handle(request.raw, reply.raw);
  });
  return app;
}
