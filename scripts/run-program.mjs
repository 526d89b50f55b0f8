import { spawn } from "node:child_process";
import { ROOT } from "./root.mjs";

const OUTPUT_MAX_CHARS = 200_000;
/** What a program that has ended may still have to say. */
const REST_MS = 5_000;
/** No part of the suite takes a third of this; one that does is stuck. */
const LIMIT_MS = 40 * 60_000;

/**
 * Runs a program of the project to its end; `echo` shows its output while it runs. It ends with everything that it started: what
 * outlived it would hold its output open, and whoever waits for that waits for ever. `code` is 124 when it took longer than `limitMs`.
 */
export function runProgram(command, args, { echo = false, env = {}, limitMs = LIMIT_MS } = {}) {
  const since = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      // Colours are noise in a log, and vitest's dots drown everything else in them.
      env: { ...process.env, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      // A process group of its own, which can be ended as a whole.
      detached: true,
    });
    let output = "";
    const collect = (chunk) => {
      output = (output + chunk).slice(-OUTPUT_MAX_CHARS);
      if (echo) process.stdout.write(chunk);
    };
    const endGroup = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // Nobody is left in it.
      }
    };
    const interrupt = (signal) => {
      endGroup(signal);
      process.exit(130);
    };
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      collect(`\nStuck: ended after ${limitMs / 1000} s.\n`);
      endGroup("SIGKILL");
    }, limitMs);
    const finish = (code, more = "") => {
      clearTimeout(late);
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
      resolve({ code: isLate ? 124 : code, output: `${output}${more}`, ms: Date.now() - since });
    };
    process.once("SIGINT", interrupt);
    process.once("SIGTERM", interrupt);
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => finish(127, String(error)));
    child.once("exit", () => setTimeout(endGroup, REST_MS, "SIGKILL").unref());
    child.once("close", (code) => finish(code ?? 1));
  });
}
