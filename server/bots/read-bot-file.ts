import type { TransactionSql } from "postgres";
import type { Bundle } from "#flows/kernel/flow.ts";
import { parseBundle } from "#flows/kernel/migrate.ts";
import type { BundleFile } from "#flows/transfer/bundle-file.ts";
import { AppError } from "#server/app-error.ts";
import { getDraft } from "#server/drafts/get-draft.ts";
import { listSuites } from "./list-suites.ts";

type BotKey = {
  readonly workspaceId: string;
  readonly botId: string;
  /** Null is the draft. */
  readonly versionId: string | null;
};

/** A bot as a file: its draft or one of its versions, and the tests that it has now. */
export async function readBotFile(tx: TransactionSql, key: BotKey): Promise<BundleFile> {
  const { workspaceId, botId, versionId } = key;
  const [bot] = await tx<{ name: string }[]>`
    select name from bot where id = ${botId} and workspace_id = ${workspaceId} and deleted_at is null`;
  if (!bot) throw new AppError("not_found");
  const bundle =
    versionId === null ? (await getDraft(tx, key)).bundle : await readVersion(tx, { botId, versionId });
  const suites = await listSuites(tx, botId);
  const tests = suites.flatMap((suite) => suite.tests.map(({ name, script }) => ({ name, script })));
  return { name: bot.name, bundle, tests };
}

async function readVersion(
  tx: TransactionSql,
  { botId, versionId }: { readonly botId: string; readonly versionId: string },
): Promise<Bundle> {
  const [row] = await tx<{ bundle: unknown }[]>`
    select bundle from flow_version where id = ${versionId} and bot_id = ${botId}`;
  const parsed = parseBundle(row?.bundle);
  if (!row || !parsed.ok) throw new AppError("not_found");
  return parsed.value;
}
