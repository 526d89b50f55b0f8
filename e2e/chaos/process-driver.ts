import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const PROGRAM = join(import.meta.dirname, "program.ts");
const READY_MS = 60_000;
/** A crash point that is not reached by then is not reached at all: the test says so and can still clean up. */
const DEATH_MS = 90_000;

export type Driven = {
  /** Address of the database that the program opened. */
  readonly databaseUrl: () => string;
  readonly pid: () => number;
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Starts it again, without any crash point. */
  restart(): Promise<void>;
  /** Resolves when the process ends by itself (a crash point); refuses after 90 s. */
  died(): Promise<void>;
  stop(): Promise<void>;
  /** How often it was started. */
  readonly starts: () => number;
};

type Options = { readonly env: Readonly<Record<string, string>>; readonly crashPoint?: string };

/** Runs one program and kills only it, by its process id. Whoever starts one stops it, also when the test fails. */
export async function driveProgram({ env, crashPoint }: Options): Promise<Driven> {
  let starts = 0;
  let child: ChildProcess;
  let databaseUrl = "";
  const start = async (extra: Readonly<Record<string, string>>): Promise<void> => {
    starts += 1;
    const next = spawn(process.execPath, [PROGRAM], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: { ...process.env, LOG_LEVEL: "silent", JIEDA_TEST: "1", VITEST: "1", ...env, ...extra },
    });
    child = next;
    databaseUrl = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("the program did not become ready")), READY_MS);
      next.once("message", (message: { databaseUrl: string }) => {
        clearTimeout(late);
        resolve(message.databaseUrl);
      });
      next.once("exit", (code, signal) => reject(new Error(`the program ended early (${code ?? signal})`)));
    });
  };
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const kill = async (): Promise<void> => {
    if (isGone()) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  await start(crashPoint ? { JIEDA_CRASH_POINT: crashPoint } : {});
  return {
    databaseUrl: () => databaseUrl,
    pid: () => child.pid ?? 0,
    starts: () => starts,
    kill,
    freeze: () => {
      child.kill("SIGSTOP");
    },
    thaw: () => {
      child.kill("SIGCONT");
    },
    restart: () => start({}),
    died: async () => {
      if (isGone()) return;
      await once(child, "exit", { signal: AbortSignal.timeout(DEATH_MS) }).catch((cause) => {
        throw new Error(`the program did not end within ${DEATH_MS} ms (${crashPoint})`, { cause });
      });
    },
    stop: async () => {
      child.kill("SIGCONT");
      await kill();
    },
  };
}
