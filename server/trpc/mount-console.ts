import type { FastifyInstance } from "fastify";
import { createAuth } from "#server/auth/create-auth.ts";
import { mountAuth } from "#server/auth/mount-auth.ts";
import { createSecretBox } from "#server/auth/secret-box.ts";
import { sweepThrottle } from "#server/auth/throttle.ts";
import type { Sql } from "#server/db/connect.ts";
import { mountTrpc } from "./mount-trpc.ts";

type ConsoleDeps = {
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly publicUrl: string;
  /** `AUTH_SECRET`: signs sessions and, derived, seals secrets. */
  readonly secret: string;
};

/** Serves everything that the console asks the server for: `/auth` and `/trpc`. Closes its connections with the server. */
export async function mountConsole(app: FastifyInstance, deps: ConsoleDeps): Promise<void> {
  const { sql, publicUrl } = deps;
  const auth = createAuth(deps);
  app.addHook("onClose", () => auth.close());
  await sweepThrottle(sql);
  await mountAuth(app, { sql, auth, publicUrl });
  await mountTrpc(app, { sql, auth, publicUrl, secretBox: createSecretBox(deps.secret) });
}
