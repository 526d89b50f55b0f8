import type { TransactionSql } from "postgres";
import { z } from "zod";
import { AppError } from "../../../app-error.ts";
import type { Actor } from "../../actor.ts";
import { changeEntries } from "../../faq/change-entries.ts";
import { getEntry } from "../../faq/entry-row.ts";
import { takeBackEdit } from "../../faq/take-back-edit.ts";
import { retitle } from "./cluster-row.ts";
import type { DecisionKind } from "./record-decision.ts";

type Undoing = { readonly workspaceId: string; readonly decisionId: string; readonly actor: Actor };

type Decision = {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly clusterIds: readonly string[];
  readonly baseId: string | null;
  readonly entryId: string | null;
  readonly facts: unknown;
  readonly isUndone: boolean;
};

/**
 * Takes a decision back as if it had not been made. Refused, with nothing changed, when somebody built on it: changed the entry,
 * decided its clusters anew, or undid it already.
 */
export async function undoDecision(
  tx: TransactionSql,
  { workspaceId, decisionId, actor }: Undoing,
): Promise<{ readonly clusterIds: readonly string[] }> {
  const [decision] = await tx<Decision[]>`
    select id, kind, cluster_ids as "clusterIds", base_id as "baseId", entry_id as "entryId", facts,
      undone_at is not null as "isUndone"
    from learning_decision where id = ${decisionId} and workspace_id = ${workspaceId} for update`;
  if (!decision) throw new AppError("not_found");
  if (decision.isUndone) throw new AppError("conflict", { reason: "already_undone" });
  await UNDOS[decision.kind](tx, decision, { workspaceId, actor });
  await tx`
    update learning_decision set undone_at = now(), undone_by = ${actor.name} where id = ${decision.id}`;
  return { clusterIds: decision.clusterIds };
}

type Scope = { readonly workspaceId: string; readonly actor: Actor };

// Mapped over the kinds, so one that cannot be undone does not compile.
const UNDOS: {
  readonly [Kind in DecisionKind]: (tx: TransactionSql, decision: Decision, scope: Scope) => Promise<void>;
} = {
  ignore: openAgain,
  new_entry: async (tx, decision, scope) => {
    await openAgain(tx, decision);
    const { rev } = newEntryFacts.parse(decision.facts);
    const key = { workspaceId: scope.workspaceId, entryId: decision.entryId ?? "" };
    const entry = await getEntry(tx, key, "lock");
    if (entry.deletedAt === null) {
      assertUnchanged(entry.rev, rev);
      const { baseId, id } = entry;
      await changeEntries(tx, { ...scope, baseId, entryIds: [id], change: { type: "delete" } });
    }
    await dropTests(tx, decision);
  },
  add_similar: async (tx, decision, scope) => {
    await openAgain(tx, decision);
    const { rev, revBefore, stateBefore } = addSimilarFacts.parse(decision.facts);
    const key = { workspaceId: scope.workspaceId, entryId: decision.entryId ?? "" };
    const entry = await getEntry(tx, key, "lock");
    if (entry.deletedAt === null && rev !== revBefore) {
      assertUnchanged(entry.rev, rev);
      await takeBackEdit(tx, { entry, actor: scope.actor, to: revBefore, state: stateBefore });
    }
    await dropTests(tx, decision);
  },
  merge: async (tx, { clusterIds, facts }) => {
    const { parts } = mergeFacts.parse(facts);
    const into = clusterIds[0] ?? "";
    await assertStillOpen(tx, [into]);
    const rows = await tx`
      update learning_cluster c set merged_into = part.was
      from jsonb_to_recordset(${JSON.stringify(parts)}::text::jsonb) as part(id uuid, was uuid)
      where c.id = part.id and c.merged_into = ${into} returning c.id`;
    if (rows.length !== parts.length) throw new AppError("conflict", { reason: "decided_since" });
    await retitle(tx, into);
  },
  split: async (tx, { clusterIds }) => {
    const [from = "", made = ""] = clusterIds;
    await assertStillOpen(tx, [from, made]);
    // Questions that came since go along, and so do clusters that were merged into it.
    await tx`update learning_cluster set merged_into = ${from} where id = ${made} or merged_into = ${made}`;
    await retitle(tx, from);
  },
};

const newEntryFacts = z.object({ rev: z.int() });
const addSimilarFacts = z.object({
  rev: z.int(),
  revBefore: z.int(),
  stateBefore: z.enum(["draft", "in_review", "approved", "published", "retired"]),
});
const mergeFacts = z.object({ parts: z.array(z.object({ id: z.uuid(), was: z.uuid().nullable() })) });

async function openAgain(tx: TransactionSql, { id, clusterIds }: Decision): Promise<void> {
  const rows = await tx`
    update learning_cluster set state = 'open', decision_id = null, decided_at = null, base_id = null, entry_id = null
    where id = any(${[...clusterIds]}::uuid[]) and decision_id = ${id} and merged_into is null returning id`;
  if (rows.length !== clusterIds.length) throw new AppError("conflict", { reason: "decided_since" });
}

function assertUnchanged(rev: number, known: number): void {
  if (rev !== known) throw new AppError("conflict", { reason: "entry_changed_since" });
}

async function assertStillOpen(tx: TransactionSql, clusterIds: readonly string[]): Promise<void> {
  const rows = await tx`
    select from learning_cluster
    where id = any(${[...clusterIds]}::uuid[]) and state = 'open' and merged_into is null for no key update`;
  if (rows.length !== clusterIds.length) throw new AppError("conflict", { reason: "decided_since" });
}

async function dropTests(tx: TransactionSql, { id }: Decision): Promise<void> {
  await tx`delete from faq_test where decision_id = ${id}`;
}
