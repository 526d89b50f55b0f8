import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findNode, ROOT } from "./root.mjs";
import { runProgram } from "./run-program.mjs";

const FOLDERS = ["app", "components", "drizzle", "flows", "scripts", "server"];
const OUTPUT = join(ROOT, "e2e/.output");

/** Runs vitest and counts its cases from its own report, so that a run that dies counts as failed. */
export async function runVitest({ name, reporter = "default", echo = true, args = [] }) {
  mkdirSync(OUTPUT, { recursive: true });
  const report = join(OUTPUT, `${name.replaceAll(" ", "-")}.json`);
  rmSync(report, { force: true });
  const reporters = [`--reporter=${reporter}`, "--reporter=json", `--outputFile.json=${report}`];
  const { code, ms, output } = await runProgram(
    findNode(),
    ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args],
    { echo },
  );
  if (!existsSync(report)) return { name, code: code || 1, ms, output, passed: 0, failed: 1, skipped: [] };
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const cases = testResults.flatMap((file) => file.assertionResults);
  const count = (status) => cases.filter((one) => one.status === status).length;
  const skipped = cases
    .filter((one) => ["skipped", "pending", "todo", "disabled"].includes(one.status))
    .map((one) => one.fullName);
  // A file that cannot be loaded fails without a case of its own.
  const brokenFiles = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = count("failed") + brokenFiles;
  return {
    name,
    code,
    ms,
    output,
    passed: count("passed"),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped,
  };
}

/** The tests that need a database, Redis, another process or the whole import graph; the others are quick enough for `npm run check`. */
export function listIntegrationTests() {
  return FOLDERS.flatMap((folder) =>
    existsSync(join(ROOT, folder))
      ? readdirSync(join(ROOT, folder), { recursive: true }).map((path) => `${folder}/${path}`)
      : [],
  )
    .filter((path) => /\.test\.tsx?$/.test(path))
    .filter((path) =>
      /e2e\/support|node:child_process|check-boundaries/.test(readFileSync(join(ROOT, path), "utf8")),
    );
}
