import { monitorEventLoopDelay } from "node:perf_hooks";
import { createSecretBox } from "#server/auth/secret-box.ts";
import { connect } from "#server/db/connect.ts";
import { env } from "#server/env.ts";
import { buildServer } from "#server/http/build-server.ts";
import { DEFAULT_LIMITS } from "#server/http/limits.ts";
import { log } from "#server/log.ts";
import { createRuntime } from "#server/runtime/create-runtime.ts";
import { testRegistry } from "../support/test-kinds.ts";

/** The product's server without pages and workers: only what an open stream costs. `sse-idle-server.ts <port> <databaseUrl>` */

const [port = "0", databaseUrl = ""] = process.argv.slice(2);
const sql = connect(databaseUrl, { max: 10, applicationName: "bench-server" });
const runtime = createRuntime({ sql, log, registry: testRegistry, tasks: [] });
const many = 1_000_000_000;
const server = await buildServer({
  ...{ sql, runtime, env, log },
  secretBox: createSecretBox(env.AUTH_SECRET),
  limits: {
    callsPerAddress: { ...DEFAULT_LIMITS.callsPerAddress, max: many },
    streams: { perConversation: 8, perAddress: many },
  },
});
const delay = monitorEventLoopDelay({ resolution: 10 });

await server.listen({ port: Number(port), host: "127.0.0.1" });
console.log("listening");
process.on("message", () => {
  const blockMs = delay.max / 1e6;
  global.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heap: heapUsed, blockMs });
  delay.enable();
  delay.reset();
});
process.on("SIGTERM", () => {
  void server
    .close()
    .then(() => sql.end({ timeout: 1 }))
    .then(() => process.exit(0));
});
