import type { TransactionSql } from "postgres";
import type { BundleFile } from "#flows/transfer/bundle-file.ts";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { replaceDraft } from "#server/drafts/replace-draft.ts";
import { addBot } from "./add-bot.ts";

export type Importer = {
  readonly workspaceId: string;
  readonly actor: { readonly id: string; readonly name: string };
};

type Import = Importer & {
  /** Null makes a new bot. */
  readonly botId: string | null;
  readonly file: BundleFile;
};

export type Imported = {
  readonly botId: string;
  /** Of the replaced draft; null for a new bot. */
  readonly rev: number | null;
};

/** Makes a bot of a file, with its tests; or puts the file in place of a draft, which is kept as a snapshot first. */
export async function importBot(tx: TransactionSql, { botId, file, ...importer }: Import): Promise<Imported> {
  if (botId === null) return makeBot(tx, file, importer);
  const { workspaceId, actor } = importer;
  const [bot] = await tx<{ name: string }[]>`
    select name from bot where id = ${botId} and workspace_id = ${workspaceId} and deleted_at is null`;
  if (!bot) throw new AppError("not_found");
  const { rev } = await replaceDraft(tx, {
    workspaceId,
    botId,
    bundle: file.bundle,
    reason: "import",
    actor,
  });
  await recordAudit(tx, { workspaceId, actor, action: "bot-imported", target: bot.name });
  return { botId, rev };
}

async function makeBot(
  tx: TransactionSql,
  { name, bundle, tests }: BundleFile,
  { workspaceId, actor }: Importer,
): Promise<Imported> {
  const suite = {
    name,
    isRequired: false,
    tests: tests.map((test) => ({ ...test, source: "import" })),
  };
  const { botId } = await addBot(tx, { workspaceId, name, bundle, suites: [suite] });
  await recordAudit(tx, {
    ...{ workspaceId, actor, action: "bot-created", target: name },
    facts: { imported: true },
  });
  return { botId, rev: null };
}
