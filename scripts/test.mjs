// `npm test`: installs what it needs and runs everything. `--require-all` also fails when something did not run.
// Up to the installation it uses the standard library only, on Node 20.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { installPackages, isInstalled } from "./install-packages.mjs";
import { prepareTestTools } from "./prepare-test-tools.mjs";
import { ROOT } from "./root.mjs";

const isStrict = process.argv.includes("--require-all");
const since = Date.now();
const results = [];
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

await prepare("Installing packages", isInstalled, installPackages);
prepareTestTools((line) => console.log(line));
await prepare("Building", isBuilt, build);
await runParts();
finish();

async function prepare(title, isDone, work) {
  if (isDone()) return;
  console.log(`${title} …`);
  const failure = await work();
  if (failure === null) return;
  console.log(`${failure}\n\n${title} failed.\n0 passed, 1 failed`);
  process.exit(1);
}

async function runParts() {
  const { runStaticChecks } = await import("./static-checks.mjs");
  const { runVitest } = await import("./run-vitest.mjs");
  const { runJourneys } = await import("./run-journeys.mjs");
  await runStaticChecks(({ name, code, output, ms }) => {
    record({ name, ms, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] });
    if (code !== 0) console.log(output);
  });
  record(await runVitest({ name: "unit and integration tests" }));
  if (hasFiles("e2e/chaos", ".test.ts"))
    record(await runVitest({ name: "chaos", args: ["-c", "e2e/chaos.config.ts"] }));
  else recordMissing("chaos", "e2e/chaos has no tests");
  if (hasFiles("e2e", ".spec.ts")) record(await runJourneys({ name: "browser journeys" }));
  else recordMissing("browser journeys", "e2e has no journeys");
}

function hasFiles(folder, ending) {
  return (
    existsSync(join(ROOT, folder)) && readdirSync(join(ROOT, folder)).some((name) => name.endsWith(ending))
  );
}

function record(result) {
  results.push(result);
  console.log(`${result.failed === 0 ? "ok    " : "FAILED"} ${result.name} (${seconds(result.ms)})`);
}

function recordMissing(name, reason) {
  results.push({ name, ms: 0, passed: 0, failed: 0, skipped: [`${name}: ${reason}`] });
}

function finish() {
  const sum = (pick) => results.reduce((total, result) => total + pick(result), 0);
  const skipped = results.flatMap((result) => result.skipped);
  console.log(`\nAll parts in ${seconds(Date.now() - since)}:`);
  for (const { name, ms, passed, failed } of results) {
    console.log(
      `  ${name.padEnd(28)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds(ms)}`,
    );
  }
  if (skipped.length > 0) console.log(`\nDid not run:\n${skipped.map((name) => `  ${name}`).join("\n")}`);
  const failed = sum((result) => result.failed);
  const total = `${sum((result) => result.passed)} passed, ${failed} failed`;
  console.log(`\n${total}${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
  process.exit(failed > 0 || (isStrict && skipped.length > 0) ? 1 : 0);
}
