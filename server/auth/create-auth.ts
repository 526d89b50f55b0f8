import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { twoFactor } from "better-auth/plugins/two-factor";
import { drizzle } from "drizzle-orm/postgres-js";
import { authAccount, authSession, authTwoFactor, authUser, authVerification } from "#drizzle/schema/auth.ts";
import { connect, type Sql } from "#server/db/connect.ts";

type AuthDeps = {
  readonly sql: Sql;
  /** For the library's own small pool: drizzle changes how its client reads dates and JSON, which the shared one must not suffer. */
  readonly databaseUrl: string;
  readonly publicUrl: string;
  readonly secret: string;
};

const SESSION_SECONDS = 7 * 24 * 3600;
const CONNECTIONS_MAX = 3;

/** Set by the mount from the connection, never by a client. */
export const CLIENT_ADDRESS_HEADER = "x-jieda-client-address";

/**
 * E-mail and password with sessions in the database and an optional second factor; no other way in, and nobody signs up by
 * himself. Sessions are never cached in a cookie: deleting the row is the end of the session.
 */
export function createAuth({ sql, databaseUrl, publicUrl, secret }: AuthDeps) {
  const pool = connect(databaseUrl, { max: CONNECTIONS_MAX, applicationName: "jieda-auth" });
  const isHttps = publicUrl.startsWith("https:");

  const auth = betterAuth({
    appName: "Jieda",
    baseURL: publicUrl,
    basePath: "/auth",
    secret,
    database: drizzleAdapter(drizzle(pool), {
      provider: "pg",
      transaction: true,
      schema: {
        user: authUser,
        session: authSession,
        account: authAccount,
        verification: authVerification,
        twoFactor: authTwoFactor,
      },
    }),
    // The mount has checked that the request comes from our own pages and says so with this origin.
    trustedOrigins: [publicUrl],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      additionalFields: {
        locale: { type: "string", required: false, input: false },
        theme: { type: "string", required: false, input: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: 24 * 3600,
      cookieCache: { enabled: false },
      additionalFields: { activeWorkspaceId: { type: "string", required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, activeWorkspaceId: await findHomeWorkspace(sql, session.userId) },
          }),
        },
      },
    },
    plugins: [twoFactor({ issuer: "Jieda" })],
    // Our own throttle counts in the database, by account and address, for all processes.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: isHttps ? "__Host-jieda" : "jieda",
      // The library would add `__Secure-`; `__Host-` (no domain, path /) is stricter and comes from the prefix.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { generateId: false },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });

  return Object.assign(auth, { close: () => pool.end({ timeout: 5 }) });
}

export type Auth = ReturnType<typeof createAuth>;

/** The workspace in which this person worked last, else the first joined. */
async function findHomeWorkspace(sql: Sql, userId: string): Promise<string | null> {
  const [row] = await sql<{ workspaceId: string }[]>`
    select m.workspace_id as "workspaceId" from member m
    left join auth_session s on s.user_id = m.user_id and s.active_workspace_id = m.workspace_id
    where m.user_id = ${userId} and m.disabled_at is null
    order by s.updated_at desc nulls last, m.created_at limit 1`;
  return row?.workspaceId ?? null;
}
