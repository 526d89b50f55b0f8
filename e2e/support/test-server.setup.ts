import { releaseTestServer } from "./test-database.ts";

/** Vitest's global set-up: the shared PostgreSQL ends with the run, unless another run still uses it. */
export function teardown(): Promise<void> {
  return releaseTestServer();
}
