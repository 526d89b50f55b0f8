import { nodeRegistry as registry } from "#flows/nodes/registry.ts";
import { createSecretBox } from "#server/auth/secret-box.ts";
import { mountNext } from "#server/boot/mount-next.ts";
import { startEngine } from "#server/boot/start-engine.ts";
import { connect } from "#server/db/connect.ts";
import { env } from "#server/env.ts";
import { buildServer } from "#server/http/build-server.ts";
import { log } from "#server/log.ts";

/**
 * The product as it runs, queue, worker and pages included, with only the limits of callers lifted: a bench asks more than
 * 20 questions a minute. `server.ts <port> <databaseUrl>`
 */

const [port = "0", databaseUrl = ""] = process.argv.slice(2);
const unlimited = (name: string) => ({ name, max: 1_000_000_000, perSeconds: 1 });

const sql = connect(databaseUrl, { max: 12, applicationName: "bench-server" });
const turns = connect(databaseUrl, { max: 6, applicationName: "bench-turns", isKeyedOnly: true });
const engine = await startEngine({ env, sql: turns, databaseUrl, registry, log });
const server = await buildServer({
  ...{ sql, env, log },
  runtime: engine.runtime,
  secretBox: createSecretBox(env.AUTH_SECRET),
  limits: {
    messagesPerConversation: unlimited("message"),
    callsPerConversation: unlimited("call"),
    startsPerAddress: unlimited("start"),
    startsPerBot: unlimited("bot"),
    callsPerAddress: unlimited("address"),
    streams: { perConversation: 8, perAddress: 1_000_000 },
  },
});
const pages = await mountNext(server, { isDev: false, port: Number(port) });
await server.listen({ port: Number(port), host: "127.0.0.1" });
console.log("listening");
process.on("message", (request) => {
  if (request === "memory") process.send?.({ rss: process.memoryUsage().rss });
});
process.on("SIGTERM", () => {
  void server
    .close()
    .then(() => engine.drain())
    .then(() => Promise.all([engine.close(), pages.close()]))
    .then(() => Promise.all([sql.end({ timeout: 1 }), turns.end({ timeout: 1 })]))
    .then(() => process.exit(0));
});
