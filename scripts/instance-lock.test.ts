import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { askHolder, takeLock, withLock } from "./instance-lock.mjs";

test("a lock has one holder, who tells others who it is", async () => {
  const name = randomUUID();
  const lock = await takeLock(name, { url: "http://localhost:3000" });
  expect(await takeLock(name)).toBeNull();
  expect(await askHolder(name)).toEqual({ pid: process.pid, url: "http://localhost:3000" });
  await lock?.release();
  expect(await askHolder(name)).toBeNull();
  const again = await takeLock(name);
  expect(again).not.toBeNull();
  await again?.release();
});

test("kill -9 frees the lock", async () => {
  const name = randomUUID();
  const module = JSON.stringify(join(import.meta.dirname, "instance-lock.mjs"));
  const script = `import { takeLock } from ${module}; await takeLock(${JSON.stringify(name)}); console.log("taken"); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  expect(await takeLock(name)).toBeNull();
  const gone = new Promise((resolve) => holder.once("exit", resolve));
  holder.kill("SIGKILL");
  await gone;
  const lock = await takeLock(name);
  expect(lock).not.toBeNull();
  await lock?.release();
});

test("work under one lock never overlaps", async () => {
  const name = randomUUID();
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  };
  await Promise.all([1, 2, 3, 4].map(() => withLock({ name, waitMs: 20_000 }, work)));
  expect(most).toBe(1);
});
