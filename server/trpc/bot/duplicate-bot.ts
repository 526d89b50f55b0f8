import type { TransactionSql } from "postgres";
import { z } from "zod";
import type { Bundle } from "#flows/kernel/flow.ts";
import { AppError } from "#server/app-error.ts";
import { recordAudit } from "#server/auth/audit.ts";
import { addBot, type NewSuite, type NewTest } from "#server/bots/add-bot.ts";
import { workspaceProcedure } from "../procedures.ts";
import { botNameSchema } from "./bot-name.ts";
import { getOwnedBot } from "./get-owned-bot.ts";

type TestRow = NewTest & {
  readonly suiteId: string;
  readonly suiteName: string;
  readonly isRequired: boolean;
};

/**
 * A copy of draft, tests and settings under a key of its own. Versions, talks and the identity secret stay with the original:
 * two bots that accept one signature would be one shop's door with two locks of one key.
 */
export const duplicateBot = workspaceProcedure("bot.duplicate")
  .input(z.strictObject({ botId: z.uuid(), name: botNameSchema }))
  .mutation(async ({ ctx, input }) => {
    const { workspaceId, actor } = ctx;
    const original = await getOwnedBot(ctx.tx, { workspaceId, botId: input.botId });
    const copy = await addBot(ctx.tx, {
      workspaceId,
      name: input.name,
      bundle: await readDraft(ctx.tx, original.id),
      settings: { ...original.settings, identityRequired: false },
      suites: await listSuites(ctx.tx, original.id),
    });
    await recordAudit(ctx.tx, {
      ...{ workspaceId, actor, action: "bot-created", target: input.name },
      facts: { copyOf: original.name },
    });
    return { ...copy, name: input.name };
  });

/** Bots from before there were drafts have a live version only. */
async function readDraft(tx: TransactionSql, botId: string): Promise<Bundle> {
  const [row] = await tx<{ bundle: Bundle | null }[]>`
    select coalesce(d.bundle, v.bundle) as bundle
    from bot b left join flow_draft d on d.bot_id = b.id left join flow_version v on v.id = b.live_version_id
    where b.id = ${botId}`;
  if (!row?.bundle) throw new AppError("not_found");
  return row.bundle;
}

async function listSuites(tx: TransactionSql, botId: string): Promise<readonly NewSuite[]> {
  const rows = await tx<TestRow[]>`
    select s.id as "suiteId", s.name as "suiteName", s.is_required as "isRequired", t.name, t.script, t.source
    from test_suite s join flow_test t on t.suite_id = s.id
    where s.bot_id = ${botId} order by s.created_at, s.id, t.position, t.id`;
  const suites = Map.groupBy(rows, ({ suiteId }) => suiteId);
  return [...suites.values()].map((tests) => ({
    name: tests[0]?.suiteName ?? "",
    isRequired: tests[0]?.isRequired ?? false,
    tests: tests.map(({ name, script, source }) => ({ name, script, source })),
  }));
}
