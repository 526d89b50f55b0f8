// Serves the built product on a fresh database of its own, the way `npm start` does, for the browser journeys.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createTestDatabase } from "./test-database.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const OUTPUT = join(ROOT, "e2e/.output");
const port = process.env.JIEDA_E2E_PORT ?? "3180";

const database = await createTestDatabase();
const dataDir = mkdtempSync(join(tmpdir(), "jieda-site-"));
const server = spawn(process.execPath, ["server/main.ts"], {
  cwd: ROOT,
  stdio: ["ignore", "pipe", "inherit"],
  env: {
    ...process.env,
    NODE_ENV: "production",
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    LOG_LEVEL: "warn",
    LANG: "en_US.UTF-8",
    JIEDA_TEST: "1",
  },
});

let printed = "";
server.stdout.on("data", (chunk) => {
  process.stdout.write(chunk);
  printed += chunk;
  // Journeys read the links that the person at the terminal reads.
  const links = {
    setupUrl: /\S+\/setup\S*/.exec(printed)?.[0] ?? null,
    chatUrl: /\S+\/chat\/\S+/.exec(printed)?.[0] ?? null,
  };
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(join(OUTPUT, "site.json"), JSON.stringify({ databaseUrl: database.url, ...links }));
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => server.kill("SIGTERM"));
server.once("exit", async (code) => {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code ?? 1);
});
