import { spawn } from "node:child_process";
import { ROOT } from "./root.mjs";

const OUTPUT_MAX_CHARS = 200_000;

/** Runs a program of the project to its end; `echo` shows its output while it runs. */
export function runProgram(command, args, { echo = false, env = {} } = {}) {
  const since = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      // Colours are noise in a log, and vitest's dots drown everything else in them.
      env: { ...process.env, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk) => {
      output = (output + chunk).slice(-OUTPUT_MAX_CHARS);
      if (echo) process.stdout.write(chunk);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) =>
      resolve({ code: 127, output: `${output}${error}`, ms: Date.now() - since }),
    );
    child.once("close", (code) => resolve({ code: code ?? 1, output, ms: Date.now() - since }));
  });
}
