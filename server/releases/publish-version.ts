import { createHash } from "node:crypto";
import type { Sql } from "postgres";
import type { Bundle } from "../../flows/kernel/flow.ts";
import type { NodeRegistry } from "../../flows/kernel/registry.ts";
import { ENGINE_ABI } from "../../flows/kernel/session.ts";
import { type Problem, validateBundle } from "../../flows/kernel/validate.ts";
import { toJsonText } from "../db/to-json-text.ts";
import { compileInThread } from "./compile-in-thread.ts";

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

/**
 * Makes an immutable version of a bundle and serves new conversations with it. A bundle with errors is refused with all of
 * them: the last good version stays live, and the refusal is kept for the console to show.
 */
export async function publishVersion(
  { sql, registry }: { readonly sql: Sql; readonly registry: NodeRegistry },
  publication: Publication,
): Promise<PublishResult> {
  const { botId, workspaceId, bundle } = publication;
  const problems = validateBundle(bundle, registry).filter(({ severity }) => severity === "error");
  if (problems.length > 0) {
    await sql`insert into publish_failure (bot_id, workspace_id, problems)
      values (${botId}, ${workspaceId}, ${toJsonText(problems)}::text::jsonb)
      on conflict (bot_id) do update set problems = excluded.problems, at = now()`;
    return { type: "refused", problems };
  }
  const text = toJsonText(bundle);
  const models = await compileInThread(bundle);
  const contentHash = createHash("sha256").update(text).digest("hex");
  return sql.begin(async (tx) => {
    // Two publications at once must not take the same number.
    await tx`select from bot where id = ${botId} for update`;
    const [version] = await tx<{ versionId: string; number: number }[]>`
      insert into flow_version (workspace_id, bot_id, number, bundle, models, content_hash, engine_abi, note, author_id)
      select ${workspaceId}, ${botId}, coalesce(max(number), 0) + 1, ${text}::text::jsonb, ${models}::text::jsonb,
        ${contentHash}, ${ENGINE_ABI}, ${publication.note}, ${publication.authorId}
      from flow_version where bot_id = ${botId}
      returning id as "versionId", number`;
    if (!version) throw new Error("the version was not written");
    await tx`update bot set live_version_id = ${version.versionId} where id = ${botId}`;
    await tx`delete from publish_failure where bot_id = ${botId}`;
    return { type: "published", ...version };
  });
}
