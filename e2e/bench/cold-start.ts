import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const PORT = 3465;
const WAIT_MS = 60_000;
const STEP_MS = 50;

export type ColdStart = { readonly firstMs: number; readonly againMs: number; readonly rssMb: number };

/**
 * From the start of the built program to its first good answer, on an empty data folder (database made, migrated, sample
 * published) and again on the same folder; and the memory of the idle program.
 */
export async function benchColdStart(folder: string): Promise<ColdStart> {
  const dataDir = join(folder, "cold");
  const first = await startOnce(dataDir);
  await stop(first.child);
  const again = await startOnce(dataDir);
  const rssMb = readRssMb(again.child.pid);
  await stop(again.child);
  return { firstMs: first.ms, againMs: again.ms, rssMb };
}

async function startOnce(dataDir: string): Promise<{ child: ChildProcess; ms: number }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(ROOT, "server/main.ts")], {
    stdio: "ignore",
    env: { ...process.env, PORT: String(PORT), DATA_DIR: dataDir, LOG_LEVEL: "warn" },
  });
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    if (performance.now() - startedAt > WAIT_MS) throw new Error("the program did not become ready");
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  return { child, ms: Math.round(performance.now() - startedAt) };
}

async function isReady(): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${PORT}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

function readRssMb(pid: number | undefined): number {
  try {
    const line = readFileSync(`/proc/${pid}/status`, "utf8")
      .split("\n")
      .find((row) => row.startsWith("VmRSS"));
    return Math.round(Number(line?.replace(/\D/g, "")) / 1024);
  } catch {
    return 0;
  }
}
