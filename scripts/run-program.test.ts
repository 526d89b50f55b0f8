import { expect, test } from "vitest";
import { isAlive } from "../server/db/embedded/postmaster.ts";
import { runProgram } from "./run-program.mjs";

const node = (script: string, limitMs?: number) =>
  runProgram(process.execPath, ["-e", script], limitMs === undefined ? {} : { limitMs });

/** Starts a process that keeps the output open, says its id, and would stay for a minute. */
const LEAVING = `
  const child = require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { stdio: "inherit" });
  console.log(child.pid);
  child.unref();`;

test("a program's code and everything that it printed come back", async () => {
  const { code, output } = await node("console.log('out'); console.error('err'); process.exitCode = 3");
  expect(code).toBe(3);
  expect(output).toContain("out");
  expect(output).toContain("err");
});

test("what a program leaves behind ends with it, and is not waited for", async () => {
  const { code, output } = await node(LEAVING);
  expect(code).toBe(0);
  await expect.poll(() => isAlive(Number(output.trim()))).toBe(false);
}, 30_000);

test("a program that is stuck is ended with all that it started, and says so", async () => {
  const { code, output } = await node(`${LEAVING} setInterval(() => {}, 1_000);`, 1_500);
  expect(code).toBe(124);
  expect(output).toContain("Stuck");
  await expect.poll(() => isAlive(Number.parseInt(output, 10))).toBe(false);
}, 30_000);
