import { expect, test } from "vitest";
import { stopThreads, workInThread } from "./work-in-thread.ts";

const toFile = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

// Stops the threads of this process for good, and therefore has a file of its own.
test("whoever waits for a thread hears at once that the server stops; no process is left, and none is begun", async () => {
  const file = toFile(`import { parentPort } from "node:worker_threads";
    parentPort.postMessage({ type: "progress", progress: process.pid });
    for (;;);`);
  const order = { file, data: null, rank: "publishing", msMax: 60_000 } as const;
  const begun = Promise.withResolvers<number>();
  const works = [workInThread({ ...order, onProgress: begun.resolve }), workInThread(order)];
  const ends = Promise.allSettled(works);
  const pid = await begun.promise;
  stopThreads();
  for (const end of await ends)
    expect(end).toMatchObject({ status: "rejected", reason: { name: "ThreadLost", why: "stopped" } });
  await expect(workInThread(order)).rejects.toMatchObject({ why: "stopped" });
  await expect.poll(() => isAlive(pid)).toBe(false);
});
