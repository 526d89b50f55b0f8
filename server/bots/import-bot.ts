import { isDeepStrictEqual } from "node:util";
import type { TransactionSql } from "postgres";
import { flowTestScriptSchema } from "#flows/testing/flow-test.ts";
import type { BundleFile, FileTest } from "#flows/transfer/bundle-file.ts";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { replaceDraft } from "#server/drafts/replace-draft.ts";
import { addBot } from "./add-bot.ts";
import { addSuite } from "./add-suite.ts";
import { listSuites } from "./list-suites.ts";

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
  /** Tests that came along. */
  readonly tests: number;
};

/**
 * Makes a bot of a file, with its tests; or puts the file in place of a draft, which is kept as a snapshot first. The bot's own
 * tests stay as they are; those of the file that it does not have are added as a suite of their own, which is not required.
 */
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
  const tests = await addNewTests(tx, { workspaceId, botId, file });
  await recordAudit(tx, {
    ...{ workspaceId, actor, action: "bot-imported", target: bot.name },
    ...(tests === 0 ? {} : { facts: { tests } }),
  });
  return { botId, rev, tests };
}

type Addition = { readonly workspaceId: string; readonly botId: string; readonly file: BundleFile };

/** The same file brought twice adds nothing the second time. */
async function addNewTests(
  tx: TransactionSql,
  { workspaceId, botId, file: { name, tests } }: Addition,
): Promise<number> {
  const suites = await listSuites(tx, botId);
  const known = suites.flatMap((suite) => suite.tests);
  const added = tests.filter((test) => !known.some((other) => isSame(test, other)));
  await addSuite(tx, {
    ...{ workspaceId, botId },
    suite: { name, isRequired: false, tests: added.map((test) => ({ ...test, source: "import" })) },
  });
  return added.length;
}

/** A database may have changed the order of keys, and older rows may lack what the schema fills in. */
const isSame = (test: FileTest, other: FileTest): boolean =>
  test.name === other.name &&
  isDeepStrictEqual(test.script, flowTestScriptSchema.safeParse(other.script).data);

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
  return { botId, rev: null, tests: tests.length };
}
