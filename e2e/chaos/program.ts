import { createSecretBox } from "#server/auth/secret-box.ts";
import { openDatabase } from "#server/boot/open-database.ts";
import { startEngine } from "#server/boot/start-engine.ts";
import { surviveLostPromises } from "#server/boot/survive-lost-promises.ts";
import { connect } from "#server/db/connect.ts";
import { migrateDatabase } from "#server/db/migrate.ts";
import { env } from "#server/env.ts";
import { buildServer } from "#server/http/build-server.ts";
import { log } from "#server/log.ts";
import { armCrashPoint } from "#server/runtime/crash-point.ts";
import { createTestTask, testRegistry } from "../support/test-kinds.ts";

/** The program that the chaos suite kills: the real engine and the real API with test kinds, without pages. */

/** Long enough to be killed in, short enough for a suite. */
const TASK_MS = 60;

const { task } = createTestTask(
  (input) =>
    new Promise((resolve) => {
      setTimeout(() => resolve(input), TASK_MS);
    }),
);
const unlimited = (name: string) => ({ name, max: 1_000_000, perSeconds: 1 });

surviveLostPromises(log);
const database = await openDatabase(env, log);
// A database of its own must not outlive the suite.
process.once("SIGTERM", () => void database.close().finally(() => process.exit(0)));
// Nor may the program outlive whoever started it: it would hold ports, and the pipe on which its output is read.
process.once("disconnect", () => void database.close().finally(() => process.exit(0)));
await migrateDatabase(database.url);
const sql = connect(database.url, { max: 8, applicationName: `chaos-${env.JIEDA_ROLE}` });
const engine = await startEngine({
  env,
  sql,
  databaseUrl: database.url,
  registry: testRegistry,
  tasks: [task],
  log,
});
if (env.JIEDA_ROLE !== "worker") {
  const server = await buildServer({
    ...{ sql, env, log },
    runtime: engine.runtime,
    secretBox: createSecretBox(env.AUTH_SECRET),
    limits: {
      messagesPerConversation: unlimited("message"),
      callsPerConversation: unlimited("call"),
      startsPerAddress: unlimited("start"),
      callsPerAddress: unlimited("address"),
    },
  });
  await server.listen({ port: env.PORT, host: "127.0.0.1" });
}
if (env.JIEDA_CRASH_POINT !== null) armCrashPoint(env.JIEDA_CRASH_POINT);
process.send?.({ ready: true, databaseUrl: database.url });
