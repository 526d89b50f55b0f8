import type { Sql } from "postgres";
import type { Bundle } from "../../flows/kernel/flow.ts";
import type { NodeRegistry } from "../../flows/kernel/registry.ts";
import { type Problem, validateBundle } from "../../flows/kernel/validate.ts";
import { listChannels } from "../bots/list-channels.ts";
import { listKnownBases } from "../knowledge/bases/list-known-bases.ts";
import { compileVersionInThread } from "./compile-in-thread.ts";
import { goLive } from "./go-live.ts";
import { keepRefusal } from "./keep-refusal.ts";
import { writeVersion } from "./write-version.ts";

type Publication = {
  readonly botId: string;
  readonly workspaceId: string;
  readonly bundle: Bundle;
  readonly note: string;
  readonly authorId: string | null;
};

export type PublishResult =
  | { readonly type: "published"; readonly versionId: string; readonly number: number }
  | { readonly type: "refused"; readonly problems: readonly Problem[] };

const SYSTEM = { name: "Jieda" };

/**
 * Makes an immutable version of a bundle and serves new conversations with it, on nobody's behalf (samples, templates). A bundle
 * with errors is refused with all of them: the last good version stays live, and the refusal is kept for the console to show.
 */
export async function publishVersion(
  { sql, registry }: { readonly sql: Sql; readonly registry: NodeRegistry },
  publication: Publication,
): Promise<PublishResult> {
  const { botId, workspaceId, bundle } = publication;
  const channels = await listChannels(sql, publication);
  const bases = await listKnownBases(sql, workspaceId);
  const problems = validateBundle(bundle, registry, { channels, bases });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    await keepRefusal(sql, { botId, workspaceId, problems: errors });
    return { type: "refused", problems: errors };
  }
  const compiled = await compileVersionInThread(bundle, { rank: "publishing" });
  return sql.begin(async (tx) => {
    // Two publications at once must not take the same number. A stronger lock would wait for, and be waited for by, whoever halts a
    // gray release: its line in the history refers to the bot.
    await tx`select from bot where id = ${botId} for no key update`;
    const warnings = problems.filter(({ severity }) => severity === "warning");
    const facts = { ...publication, draftRev: null, warnings, testReport: null };
    const version = await writeVersion(tx, compiled, facts);
    await goLive(tx, { ...version, botId, workspaceId, kind: "published", running: "finish", actor: SYSTEM });
    return { type: "published", ...version };
  });
}
