import type { TransactionSql } from "postgres";
import type { JsonObject } from "#flows/kernel/json.ts";

/** What is worth a line in the log. Stored names: never renamed, only deprecated. */
export const AUDIT_ACTIONS = [
  "workspace-created",
  "workspace-renamed",
  "member-invited",
  "invitation-revoked",
  "member-joined",
  "member-role-changed",
  "member-disabled",
  "member-enabled",
  "member-removed",
  "member-left",
  "bot-created",
  "bot-deleted",
  "bot-restored",
  "bot-imported",
  "bot-paused",
  "bot-resumed",
  "bot-settings-changed",
  "bot-identity-secret-rotated",
  "tester-link-created",
  "tester-link-revoked",
  "test-suite-required",
  "test-suite-made-optional",
  "test-suite-deleted",
  "version-published",
  "version-rolled-back",
  "version-restored",
  "gray-started",
  "gray-changed",
  "gray-halted",
  "gray-promoted",
  "gray-stopped",
  "base-created",
  "base-changed",
  "base-deleted",
  "base-restored",
  "document-added",
  "document-changed",
  "document-deleted",
  "document-restored",
  "base-released",
  "base-rolled-back",
  "label-sample-drawn",
  "label-sample-deleted",
  "base-imported",
  "base-exported",
  "embedding-changed",
  "embedding-removed",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

type AuditEntry = {
  readonly workspaceId: string;
  /** Without an id the system itself acted. */
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly action: AuditAction;
  /** What it was done to, in words that outlive the row: a name or an address. */
  readonly target: string | null;
  /** Never a secret, never what a customer wrote. */
  readonly facts?: JsonObject;
};

/** Part of the caller's transaction: what is rolled back was not done and is not in the log. */
export async function recordAudit(tx: TransactionSql, entry: AuditEntry): Promise<void> {
  await tx`
    insert into audit_entry (workspace_id, actor_id, actor_name, action, target, facts)
    values (${entry.workspaceId}, ${entry.actor.id}, ${entry.actor.name}, ${entry.action}, ${entry.target},
      ${tx.json(entry.facts ?? {})})`;
}
