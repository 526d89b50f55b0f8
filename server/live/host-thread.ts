import { Worker } from "node:worker_threads";

/** What the process that hosts a thread is told, once. */
export type HostedThread = { readonly file: string; readonly data: unknown };

/** What it says when the thread failed; else it hands on what the thread says. */
export type HostMessage = { readonly type: "failed"; readonly message: string; readonly code: string | null };

/** Resolves when all that was said has gone out: closing the channel would drop the rest of a long result. */
let isSaid: Promise<unknown> = Promise.resolve();
const say = (message: unknown): void => {
  const sent = new Promise((resolve) => process.send?.(message, resolve));
  isSaid = isSaid.then(() => sent);
};

/** Whoever wanted the result is gone, and so is its use. `process.exit` would wait for a thread that is busy. */
const die = (): void => void process.kill(process.pid, "SIGKILL");
process.once("disconnect", die);
// Ctrl+C and service managers signal the whole group: the starter ends this process, and says why it did.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

process.once("message", (order) => {
  // as: only `workInThread` starts this program.
  const { file, data } = order as HostedThread;
  const thread = new Worker(new URL(file), { workerData: data });
  thread.on("message", say);
  thread.once("error", (error) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    const message = error instanceof Error ? error.message : String(error);
    say({ type: "failed", message, code } satisfies HostMessage);
  });
  const leave = (): void => {
    process.off("disconnect", die);
    process.disconnect?.();
  };
  thread.once("exit", () => void isSaid.then(leave));
});
