import type { TransactionSql } from "postgres";
import type { Problem } from "../../flows/kernel/problem.ts";
import { ENGINE_ABI } from "../../flows/kernel/session.ts";
import { toJsonText } from "../db/to-json-text.ts";
import type { TestReport } from "../testing/publish-gate.ts";
import type { CompiledBundle } from "./compile-in-thread.ts";

export type VersionFacts = {
  readonly botId: string;
  readonly workspaceId: string;
  readonly note: string;
  readonly authorId: string | null;
  readonly draftRev: number | null;
  readonly warnings: readonly Problem[];
  readonly testReport: TestReport | null;
};

export type WrittenVersion = { readonly versionId: string; readonly number: number };

/** Adds the next version of a bot. The caller holds the bot's row, so that two publications never take one number. */
export async function writeVersion(
  tx: TransactionSql,
  { bundleText, models, contentHash }: CompiledBundle,
  facts: VersionFacts,
): Promise<WrittenVersion> {
  const [version] = await tx<WrittenVersion[]>`
    insert into flow_version (workspace_id, bot_id, number, bundle, models, content_hash, engine_abi, note, author_id,
      draft_rev, check_report, test_report)
    select ${facts.workspaceId}, ${facts.botId}, coalesce(max(number), 0) + 1, ${bundleText}::text::jsonb, ${models}::text::jsonb,
      ${contentHash}, ${ENGINE_ABI}, ${facts.note}, ${facts.authorId}, ${facts.draftRev},
      ${toJsonText({ warnings: facts.warnings })}::text::jsonb, ${facts.testReport && toJsonText(facts.testReport)}::text::jsonb
    from flow_version where bot_id = ${facts.botId}
    returning id as "versionId", number`;
  if (!version) throw new Error("the version was not written");
  return version;
}
