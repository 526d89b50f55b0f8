import type { TransactionSql } from "postgres";
import type { Problem } from "../../flows/kernel/problem.ts";
import type { Sql } from "../db/connect.ts";
import { toJsonText } from "../db/to-json-text.ts";

type Refusal = {
  readonly botId: string;
  readonly workspaceId: string;
  readonly problems: readonly Problem[];
};

/** Keeps why the newest draft could not be published, for everybody who looks after the bot, until the next one is. */
export async function keepRefusal(
  sql: Sql | TransactionSql,
  { botId, workspaceId, problems }: Refusal,
): Promise<void> {
  await sql`insert into publish_failure (bot_id, workspace_id, problems)
    values (${botId}, ${workspaceId}, ${toJsonText(problems)}::text::jsonb)
    on conflict (bot_id) do update set problems = excluded.problems, at = now()`;
}
