import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";

/** A request that takes longer than this to finish is cut off: the whole process has 30 s to end. */
const GRACE_MS = 15_000;
const LOOK_EVERY_MS = 50;

/**
 * Ends all connections of a server that closes as soon as no request runs any more. Node alone waits over a minute for
 * connections on which nothing was asked yet, and browsers open such ones ahead.
 */
export function closeConnectionsWithServer(app: FastifyInstance): void {
  let running = 0;
  const onDone = () => {
    running--;
  };
  app.server.on("request", (_request: unknown, response: ServerResponse) => {
    running++;
    response.on("close", onDone);
  });

  app.addHook("preClose", async () => {
    const until = performance.now() + GRACE_MS;
    const timer = setInterval(() => {
      if (running === 0 || performance.now() > until) app.server.closeAllConnections();
    }, LOOK_EVERY_MS);
    app.server.once("close", () => clearInterval(timer));
    // A server that was never opened has nothing to close and never says that it did.
    timer.unref();
  });
}
