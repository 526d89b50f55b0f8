import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const STOP_MS = 15_000;
const START_MS = 60_000;

export type Child = { readonly process: ChildProcess; stop(): Promise<void> };

/** Starts a program of the bench and waits until it says `listening`. */
export async function startChild(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Child> {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { ...process.env, LOG_LEVEL: "warn", ...env },
  });
  if (!child.stdout) throw new Error("a piped child has an output");
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${args[0]} did not start`)), START_MS);
    lines.on("line", (line) => {
      if (line !== "listening") return;
      clearTimeout(late);
      resolve();
    });
    child.on("exit", (code) => reject(new Error(`${args[0]} ended with ${code}`)));
  });
  return { process: child, stop: () => stopChild(child) };
}

/** Runs a program to its end and returns what it printed. */
export async function runChild(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return printed;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(late);
}
