import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Processes are killed here: one file at a time, so that no test takes the machine from another. */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    include: ["e2e/chaos/**/*.test.ts"],
    globalSetup: ["./e2e/support/test-server.setup.ts"],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 1,
    fileParallelism: false,
    maxConcurrency: 4,
  },
});
