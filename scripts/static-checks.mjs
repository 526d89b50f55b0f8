import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findNode, ROOT } from "./root.mjs";
import { runProgram } from "./run-program.mjs";

const tool = (path) => join(ROOT, "node_modules", path);

/** What reads the code without running it; all of `npm run check` and the first part of `npm test`. */
const STATIC_CHECKS = [
  { name: "format and lint", args: [tool("@biomejs/biome/bin/biome"), "ci", "--colors=off", "."] },
  { name: "types", args: [tool("typescript/bin/tsc"), "--noEmit", "-p", "."] },
  { name: "boundaries", args: ["scripts/check-boundaries.mjs"] },
  { name: "unused code", args: [tool("knip/bin/knip.js"), "--no-progress"] },
];

/** Runs all checks, two at a time, and reports each as it ends. */
export async function runStaticChecks(report) {
  mkdirSync(join(ROOT, ".data"), { recursive: true });
  const waiting = [...STATIC_CHECKS];
  const results = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = { name: check.name, ...(await runProgram(findNode(), check.args)) };
      results.push(result);
      report(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}
