import type { Sql } from "#server/db/connect.ts";
import { createToken, hashToken } from "./one-time-token.ts";

/**
 * While there is no owner: makes a new one-time link (valid for 24 hours, older ones stop working) and returns it. Once there
 * is one: null. Only the token's hash is stored, so the link can be shown once.
 */
export async function createSetupLink({
  sql,
  publicUrl,
}: {
  readonly sql: Sql;
  readonly publicUrl: string;
}): Promise<string | null> {
  if (await hasOwner(sql)) return null;
  const token = createToken();
  await sql`
    insert into setup_token (id, token_hash, expires_at) values (1, ${hashToken(token)}, now() + interval '24 hours')
    on conflict (id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at, created_at = now()`;
  return `${publicUrl}/setup?token=${token}`;
}

export async function hasOwner(sql: Sql): Promise<boolean> {
  const [row] = await sql<
    { found: boolean }[]
  >`select exists (select from member where role = 'owner') as found`;
  return row?.found ?? false;
}
