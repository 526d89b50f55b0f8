import { createHash } from "node:crypto";
import { AppError } from "#server/app-error.ts";
import type { Sql } from "#server/db/connect.ts";

/** OWASP ASVS 6.3.1: ten wrong tries, then a wait, by account and by address. */
export const TRIES_MAX = 10;
const WINDOW_SECONDS = 15 * 60;

/**
 * Counts a try before it is made, so that parallel tries cannot all pass an old count; fails with `rate_limited` above the limit.
 * A good try gives its count back with `forgive`.
 */
export async function countTry(sql: Sql, keys: readonly string[]): Promise<void> {
  const rows = await sql<{ tries: number; retryAfterSeconds: number }[]>`
    insert into auth_throttle (key, tries, reset_at)
    select key, 1, now() + make_interval(secs => ${WINDOW_SECONDS}) from unnest(${keys.map(toHash).sort()}::text[]) as key
    on conflict (key) do update set
      tries = case when auth_throttle.reset_at <= now() then 1 else auth_throttle.tries + 1 end,
      reset_at = case when auth_throttle.reset_at <= now() then excluded.reset_at else auth_throttle.reset_at end
    returning tries, ceil(extract(epoch from reset_at - now()))::int as "retryAfterSeconds"`;
  const over = rows.filter((row) => row.tries > TRIES_MAX);
  if (over.length === 0) return;
  throw new AppError("rate_limited", {
    retryAfterSeconds: Math.max(...over.map((row) => row.retryAfterSeconds)),
  });
}

/** Takes one counted try back. A right password clears its account's count, else an owner who mistyped often would stay near the limit. */
export async function forgiveTry(sql: Sql, keys: readonly string[]): Promise<void> {
  await sql`
    update auth_throttle set tries = case when key like 'account:%' then 0 else greatest(tries - 1, 0) end
    where key = any(${keys.map(toHash)})`;
}

/** Windows that ended long ago say nothing any more. */
export async function sweepThrottle(sql: Sql): Promise<void> {
  await sql`delete from auth_throttle where reset_at < now() - interval '1 hour'`;
}

export const accountKey = (email: string) => `account:${email.trim().toLowerCase()}`;
export const addressKey = (clientKey: string) => `address:${clientKey}`;

/** The kind stays readable, the person does not. */
function toHash(key: string): string {
  const kind = key.slice(0, key.indexOf(":"));
  return `${kind}:${createHash("sha256").update(key).digest("base64url")}`;
}
