import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findFreePort } from "./find-free-port.mjs";
import { findNode, ROOT } from "./root.mjs";
import { runProgram } from "./run-program.mjs";

const REPORT = join(ROOT, "e2e/.output/journeys.json");
const PORT_FROM = 3180;

/** Runs the browser journeys and counts them from Playwright's own report. */
export async function runJourneys({ name }) {
  rmSync(REPORT, { force: true });
  const port = await findFreePort(PORT_FROM, "127.0.0.1");
  // Playwright decides on colours by itself, and warns at length when told otherwise.
  const env = { JIEDA_E2E_PORT: String(port), NO_COLOR: undefined };
  const args = ["node_modules/@playwright/test/cli.js", "test", "-c", "e2e/playwright.config.ts"];
  const { code, ms } = await runProgram(findNode(), args, { echo: true, env });
  if (!existsSync(REPORT)) return { name, code: code || 1, ms, passed: 0, failed: 1, skipped: [] };
  const { stats } = JSON.parse(readFileSync(REPORT, "utf8"));
  const skipped = Array.from({ length: stats.skipped }, () => "a browser journey");
  const failed = stats.unexpected + stats.flaky;
  return { name, code, ms, passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}
