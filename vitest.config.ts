import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{flows,server,components,scripts,drizzle,e2e/eval}/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    globalSetup: ["./e2e/support/test-server.setup.ts"],
    pool: "forks",
    maxWorkers: 2,
  },
});
