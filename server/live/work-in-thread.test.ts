import { expect, test } from "vitest";
import { workInThread } from "./work-in-thread.ts";

const toFile = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const START = 'import { parentPort, workerData } from "node:worker_threads";';
const rank = "editors";
/** Not reached. */
const msMax = 60_000;

test("what a thread says on its way and at its end reaches the starter", async () => {
  const file = toFile(`${START}
    parentPort.postMessage({ type: "progress", progress: 0.5 });
    parentPort.postMessage({ type: "end", result: workerData + 1 });`);
  const heard: number[] = [];
  const work = workInThread<number, number>({
    ...{ file, data: 41, rank, msMax },
    onProgress: (progress) => heard.push(progress),
  });
  expect(await work).toBe(42);
  expect(heard).toEqual([0.5]);
});

test("a long result arrives whole", async () => {
  const file = toFile(`${START} parentPort.postMessage({ type: "end", result: "x".repeat(workerData) });`);
  const result = await workInThread<never, string>({ file, data: 8_000_000, rank, msMax });
  expect(result).toHaveLength(8_000_000);
});

test("a thread that fails, or ends without a word, is a failure", async () => {
  const failing = workInThread({ file: toFile('throw new Error("no luck")'), data: null, rank, msMax });
  await expect(failing).rejects.toMatchObject({ name: "ThreadLost", why: "failed", message: "no luck" });
  const silent = workInThread({ file: toFile(""), data: null, rank, msMax });
  await expect(silent).rejects.toThrow("before it was done");
});

test("a thread that would never be done is ended at its time limit, and only then given up", async () => {
  const work = workInThread({ file: toFile("for (;;);"), data: null, rank, msMax: 50 });
  await expect(work).rejects.toMatchObject({ why: "late", message: "the thread was not done after 50 ms" });
});

test("a thread that nobody wants any more is ended, also one that was stopped before it began", async () => {
  const later = new AbortController();
  const work = workInThread({ file: toFile("for (;;);"), data: null, rank, msMax, signal: later.signal });
  later.abort();
  await expect(work).rejects.toMatchObject({ why: "stopped" });
  const never = workInThread({
    file: toFile("for (;;);"),
    data: null,
    rank,
    msMax,
    signal: AbortSignal.abort(),
  });
  await expect(never).rejects.toMatchObject({ why: "stopped" });
});

test("a thread that has too little memory dies without this process, and says so", async () => {
  const hungry = toFile("const all = []; for (;;) all.push(new Array(1000).fill({}));");
  const work = workInThread({ file: hungry, data: null, rank, msMax, memoryMaxMb: 20 });
  await expect(work).rejects.toMatchObject({ why: "memory" });
  const huge = toFile("new Uint8Array(2 ** 53 - 1)");
  await expect(workInThread({ file: huge, data: null, rank, msMax })).rejects.toMatchObject({
    why: "memory",
  });
});

test("what signals all processes, as Ctrl+C does, does not end a thread before its starter does", async () => {
  const file = toFile(`${START}
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.kill(process.pid, signal);
    parentPort.postMessage({ type: "end", result: "done" });`);
  expect(await workInThread({ file, data: null, rank, msMax })).toBe("done");
});

test("a thread whose process somebody else ends is not taken for one that failed", async () => {
  const file = toFile('process.kill(process.pid, "SIGQUIT"); for (;;);');
  const work = workInThread({ file, data: null, rank, msMax });
  await expect(work).rejects.toMatchObject({ why: "killed" });
});

test("only two work at once, whatever they are for", async () => {
  const file = toFile(`${START}
    parentPort.postMessage({ type: "progress", progress: null });
    for (;;);`);
  const stops = ["customers", "editors", "customers"].map(() => new AbortController());
  const heard: string[] = [];
  const begin = (name: "customers" | "editors", at: number) => {
    const begun = Promise.withResolvers<void>();
    const work = workInThread({
      ...{ file, data: null, rank: name, msMax, signal: stops[at]?.signal },
      onWait: (ahead) => heard.push(`${at} after ${ahead}`),
      onProgress: () => begun.resolve(),
    });
    return { begun: begun.promise, ended: expect(work).rejects.toMatchObject({ why: "stopped" }) };
  };
  const [first, second, third] = [begin("customers", 0), begin("editors", 1), begin("customers", 2)];
  await Promise.all([first.begun, second.begun]);
  expect(heard).toEqual(["2 after 1"]);
  stops[0]?.abort();
  await third.begun;
  for (const stop of stops) stop.abort();
  await Promise.all([first.ended, second.ended, third.ended]);
});
