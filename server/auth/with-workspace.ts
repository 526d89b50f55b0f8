import type { TransactionSql } from "postgres";
import type { Sql } from "#server/db/connect.ts";

/** No page of the console may hold a connection longer. */
const STATEMENT_MS_MAX = 10_000;

/**
 * Runs `work` in one transaction that sees this workspace only: role `jieda_console` under row-level security. Both settings end
 * with the transaction, so a connection never carries them to the next caller.
 */
export async function withWorkspace<T>(
  sql: Sql,
  workspaceId: string,
  work: (tx: TransactionSql) => Promise<T>,
): Promise<T> {
  let answer: { readonly value: T } | null = null;
  await sql.begin(async (tx) => {
    await tx`select set_config('statement_timeout', ${String(STATEMENT_MS_MAX)}, true),
      set_config('jieda.workspace_id', ${workspaceId}, true), set_config('role', 'jieda_console', true)`;
    answer = { value: await work(tx) };
  });
  if (answer === null) throw new Error("the transaction ended without running its work");
  // TypeScript does not see the assignment inside the callback.
  return (answer as { readonly value: T }).value;
}
