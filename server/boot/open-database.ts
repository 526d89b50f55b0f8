import { connect } from "../db/connect.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded/start-embedded-postgres.ts";
import type { Env } from "../env.ts";
import type { Logger } from "../log.ts";
import { StartupError } from "../startup-error.ts";

export type OpenDatabase = {
  readonly url: string;
  readonly kind: "embedded" | "outside";
  close(): Promise<void>;
};

/** Returns the address of a database that answers: the one in DATABASE_URL, else the built-in one, started here. */
export async function openDatabase(
  env: Pick<Env, "DATABASE_URL" | "DATA_DIR">,
  log: Logger,
): Promise<OpenDatabase> {
  if (env.DATABASE_URL) {
    await assertReachable(env.DATABASE_URL);
    return { url: env.DATABASE_URL, kind: "outside", close: async () => {} };
  }
  const embedded: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir: env.DATA_DIR, log });
  return { url: embedded.url, kind: "embedded", close: () => embedded.stop() };
}

/** A container's database often starts after us: it is waited for this long before we give up. */
const WAIT_MS = 30_000;
const WAIT_STEP_MS = 500;
/** The server is there but refuses us: waiting changes nothing (PostgreSQL manual, appendix A). */
const FINAL_CODES = new Set(["28P01", "28000", "3D000"]);

async function assertReachable(url: string): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const sql = connect(url, { max: 1, applicationName: "jieda-start" });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      // as: postgres.js and the system both put a string code on their errors.
      const code = (error as { readonly code?: string }).code ?? "";
      if (FINAL_CODES.has(code) || Date.now() > end) {
        throw new StartupError(
          `DATABASE_URL: PostgreSQL at ${hostname}:${port || 5432}${pathname} cannot be used (${code || String(error)}). Check that it runs, that the database exists and that user and password are right.`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}
