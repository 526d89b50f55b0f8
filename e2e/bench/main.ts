import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { toShopBundle } from "#flows/packs/shop/shop-bundle.ts";
import { connect } from "#server/db/connect.ts";
import { startEmbeddedPostgres } from "#server/db/embedded/start-embedded-postgres.ts";
import { migrateDatabase } from "#server/db/migrate.ts";
import { log } from "#server/log.ts";
import { seedBot } from "../support/seed-bot.ts";
import { benchBuilder } from "./builder/bench-builder.ts";
import { runChild } from "./child.ts";
import { benchColdStart } from "./cold-start.ts";
import { printTable, toRatios } from "./report.ts";
import { benchTurns } from "./turns.ts";

/**
 * `npm run bench`: measures the product beside bare servers on one fresh PostgreSQL with commits on, prints tables and
 * ratios, and keeps the figures in bench/results. Talks to loopback only. `--seconds 5` sets the length of each load, `--no-streams` leaves out
 * the ten thousand idle streams, `--builder` measures the builder alone and `--no-builder` all else.
 */

const ROOT = join(import.meta.dirname, "../..");
const seconds = Number(process.argv[process.argv.indexOf("--seconds") + 1]) || 6;

if (process.argv.includes("--builder")) {
  printTable("Builder with 500 nodes", await benchBuilder());
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "jieda-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
try {
  await migrateDatabase(postgres.url);
  const sql = connect(postgres.url, { max: 2, applicationName: "bench" });
  const [settings] =
    await sql`select current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync`;
  const bot = await seedBot(sql, bundleSchema.parse(toShopBundle("zh-CN")));
  const turns = await benchTurns({
    sql,
    databaseUrl: postgres.url,
    botKey: bot.key,
    versionId: bot.versionId,
    folder,
    seconds,
  });
  await sql.end();
  const ratios = toRatios(turns);
  const start = await benchColdStart(folder);
  const builder = process.argv.includes("--no-builder") ? [] : await benchBuilder();
  printTable("Turns over HTTP", turns);
  printTable("Jieda as a part of the bare servers", ratios);
  printTable("Start", [start]);
  printTable("Builder with 500 nodes", builder);
  console.log(`commits: synchronous_commit=${settings?.commit} fsync=${settings?.fsync}`);
  const results = join(ROOT, "bench/results");
  mkdirSync(results, { recursive: true });
  const at = new Date().toISOString();
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memory: totalmem(), node: process.version };
  writeFileSync(
    join(results, `${at.replaceAll(":", "-")}.json`),
    JSON.stringify({ at, machine, settings, turns, ratios, start, builder }, null, 2),
  );
  if (!process.argv.includes("--no-streams"))
    console.log(await runChild([join(import.meta.dirname, "sse-idle.ts"), "--count", "10000"]));
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
