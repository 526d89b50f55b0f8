// `npm run check`: everything that is quick. `npm test` adds the rest.

import { listIntegrationTests, runVitest } from "./run-vitest.mjs";
import { runStaticChecks } from "./static-checks.mjs";

const since = Date.now();
const results = await runStaticChecks(({ name, code, output, ms }) => {
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${(ms / 1000).toFixed(1)} s)`);
  if (code !== 0) console.log(output);
});
const unit = await runVitest({
  name: "unit tests",
  reporter: "dot",
  echo: false,
  args: [...listIntegrationTests().map((path) => `--exclude=${path}`)],
});
console.log(
  `${unit.code === 0 ? "ok    " : "FAILED"} unit tests: ${unit.passed} passed, ${unit.failed} failed (${(unit.ms / 1000).toFixed(1)} s)`,
);
if (unit.code !== 0) console.log(unit.output);
const hasFailed = unit.code !== 0 || results.some(({ code }) => code !== 0);
console.log(`\n${hasFailed ? "FAILED" : "ok"} in ${((Date.now() - since) / 1000).toFixed(1)} s`);
process.exit(hasFailed ? 1 : 0);
