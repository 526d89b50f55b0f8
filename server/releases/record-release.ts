import type { TransactionSql } from "postgres";
import type { releaseEvent } from "../../drizzle/schema/release.ts";
import { toJsonText } from "../db/to-json-text.ts";

/** The account outlives its name here: the history says who it was called then. */
export type ReleaseActor = { readonly name: string };

type ReleaseEvent = {
  readonly botId: string;
  readonly workspaceId: string;
  readonly kind: (typeof releaseEvent.$inferInsert)["kind"];
  readonly versionId: string;
  readonly fromVersionId: string | null;
  /** Of the version, as people call it. */
  readonly number: number;
  readonly actor: ReleaseActor;
  readonly facts?: Readonly<Record<string, unknown>>;
};

/** One line of the bot's own history: which version served whom from when on, and who decided so. */
export async function recordRelease(tx: TransactionSql, event: ReleaseEvent): Promise<void> {
  await tx`
    insert into release_event (bot_id, workspace_id, kind, version_id, from_version_id, facts, author_name, number)
    values (${event.botId}, ${event.workspaceId}, ${event.kind}, ${event.versionId}, ${event.fromVersionId},
      ${toJsonText(event.facts ?? {})}::text::jsonb, ${event.actor.name}, ${event.number})`;
}
