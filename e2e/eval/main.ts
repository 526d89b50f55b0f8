/**
 * Measures intents, questions and answers and the search for passages: `npm run eval [-- --data <folder>] [--split dev] [--only smp2017]`.
 * Without a folder on the small sample that stands beside this file. Fits on train only. The default split is test, which is for
 * reporting, never for choosing; choose on `--split dev`.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { toReport } from "./print-table.ts";
import { canRun, listTasks } from "./tasks.ts";

const { values } = parseArgs({
  options: { data: { type: "string" }, split: { type: "string", default: "test" }, only: { type: "string" } },
});
const folder = values.data ?? path.join(import.meta.dirname, "sample");
if (!existsSync(folder)) {
  console.error(
    `There is no ${folder}. Name the folder of the evaluation sets: npm run eval -- --data <folder>`,
  );
  process.exit(2);
}
const isDev = values.split === "dev";
const tasks = listTasks(folder, isDev ? "dev" : "test").filter(({ name }) =>
  name.startsWith(values.only ?? ""),
);
const runnable = tasks.filter(canRun);

console.log(`Split: ${isDev ? "dev (for choosing)" : "test (for reporting)"}; shares in percent`);
if (values.data === undefined)
  console.log(
    "The small sample of the project: easier than the whole sets, which the figures beside it are from.",
  );
for (const { name } of tasks)
  if (!runnable.some((task) => task.name === name)) console.log(`skipped, not there: ${name}`);
console.log(`\n${toReport(runnable.map((task) => ({ task, result: task.run() })))}`);
