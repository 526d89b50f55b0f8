import { expect, test } from "vitest";
import { workInThread } from "./work-in-thread.ts";

const toFile = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const START = 'import { parentPort, workerData } from "node:worker_threads";';

test("what a thread says on its way and at its end reaches the starter", async () => {
  const file = toFile(`${START}
    parentPort.postMessage({ type: "progress", progress: 0.5 });
    parentPort.postMessage({ type: "end", result: workerData + 1 });`);
  const heard: number[] = [];
  const work = workInThread<number, number>({
    ...{ file, data: 41, msMax: 60_000 },
    onProgress: (progress) => heard.push(progress),
  });
  expect(await work).toBe(42);
  expect(heard).toEqual([0.5]);
});

test("a thread that fails, or ends without a word, is a failure", async () => {
  const failing = workInThread({ file: toFile('throw new Error("no memory")'), data: null });
  await expect(failing).rejects.toThrow("no memory");
  await expect(workInThread({ file: toFile(""), data: null })).rejects.toThrow("before it was done");
});

test("a thread that would never be done is ended at its time limit, and only then given up", async () => {
  const work = workInThread({ file: toFile("for (;;);"), data: null, msMax: 50 });
  await expect(work).rejects.toThrow("was not done after 50 ms");
});
