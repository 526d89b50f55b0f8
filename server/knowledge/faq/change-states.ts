import type { TransactionSql } from "postgres";
import type { FaqState } from "#drizzle/schema/faq.ts";
import type { Role } from "#drizzle/schema/member.ts";
import type { Actor } from "../actor.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { type RevisionKind, recordRevisions } from "./record-revisions.ts";

/** `submit` proposes; `approve` and `reject` are for those whom the policy lets answer for what customers are told. */
export const STATE_ACTIONS = ["submit", "retire", "revive", "review"] as const;
export const APPROVAL_ACTIONS = ["approve", "reject"] as const;

export type StateAction = (typeof STATE_ACTIONS)[number] | (typeof APPROVAL_ACTIONS)[number];

/** Why an entry of a list was left as it is, while the others went on. */
export type SkipReason = "gone" | "changed" | "wrong_state" | "no_answer" | "own_work";

export type Skipped = { readonly entryId: string; readonly reason: SkipReason };

type Rule = {
  readonly from: readonly FaqState[];
  readonly to: FaqState | "same";
  readonly kind: RevisionKind;
};

const RULES: { readonly [Action in StateAction]: Rule } = {
  submit: { from: ["draft"], to: "in_review", kind: "submitted" },
  approve: { from: ["draft", "in_review"], to: "approved", kind: "approved" },
  reject: { from: ["in_review", "approved"], to: "draft", kind: "rejected" },
  retire: { from: ["draft", "in_review", "approved", "published"], to: "retired", kind: "retired" },
  revive: { from: ["retired"], to: "draft", kind: "revived" },
  review: { from: ["approved", "published"], to: "same", kind: "reviewed" },
};

type Change = BaseKey & {
  readonly actor: Actor;
  readonly role: Role;
  readonly action: StateAction;
  readonly note: string;
  /** With the rev that was seen: nobody answers for words that they have not read. */
  readonly entries: readonly { readonly entryId: string; readonly rev: number }[];
};

type Row = {
  readonly id: string;
  readonly rev: number;
  readonly state: FaqState;
  readonly hasAnswer: boolean;
  /** The actor wrote some of what nobody has approved yet. */
  readonly isOwn: boolean;
};

/**
 * Moves entries of one base on. Each that cannot go is named with its reason; the others do.
 * Where the base demands four eyes, nobody approves what they wrote; elsewhere owners and admins may.
 */
export async function changeStates(
  tx: TransactionSql,
  { workspaceId, baseId, actor, role, action, note, entries }: Change,
): Promise<{ readonly changed: readonly string[]; readonly skipped: readonly Skipped[] }> {
  const { fourEyes } = await getBase(tx, { workspaceId, baseId });
  const rows = await tx<Row[]>`
    select e.id, e.rev, e.state, e.answers <> '[]'::jsonb as "hasAnswer", exists (
      select from faq_revision r where r.entry_id = e.id and r.author_id = ${actor.id} and r.rev > coalesce(e.approved_rev, 0)
        and r.kind in ('created', 'imported', 'edited', 'restored')) as "isOwn"
    from faq_entry e
    where e.base_id = ${baseId} and e.workspace_id = ${workspaceId} and e.deleted_at is null
      and e.id = any(${entries.map(({ entryId }) => entryId)}::uuid[])
    order by e.id for no key update of e`;
  const found = new Map(rows.map((row) => [row.id, row]));
  const mayApproveOwn = !fourEyes && (role === "owner" || role === "admin");
  const skipped = entries.flatMap(({ entryId, rev }): readonly Skipped[] => {
    const reason = findObstacle(found.get(entryId), { action, rev, mayApproveOwn });
    return reason === null ? [] : [{ entryId, reason }];
  });
  const stopped = new Set(skipped.map(({ entryId }) => entryId));
  const changed = rows.map(({ id }) => id).filter((id) => !stopped.has(id));
  await write(tx, { changed, action, actor, note });
  return { changed, skipped };
}

type Standing = { readonly action: StateAction; readonly rev: number; readonly mayApproveOwn: boolean };

function findObstacle(row: Row | undefined, { action, rev, mayApproveOwn }: Standing): SkipReason | null {
  if (row === undefined) return "gone";
  if (row.rev !== rev) return "changed";
  if (!RULES[action].from.includes(row.state)) return "wrong_state";
  if (action === "submit") return row.hasAnswer ? null : "no_answer";
  if (action !== "approve") return null;
  if (!row.hasAnswer) return "no_answer";
  if (row.isOwn) return mayApproveOwn ? null : "own_work";
  // What nobody has proposed may be half-written.
  return row.state === "in_review" ? null : "wrong_state";
}

type Writing = {
  readonly changed: readonly string[];
  readonly action: StateAction;
  readonly actor: Actor;
  readonly note: string;
};

async function write(tx: TransactionSql, { changed, action, actor, note }: Writing): Promise<void> {
  const { to, kind } = RULES[action];
  await tx`
    update faq_entry set rev = rev + 1, updated_at = now(),
      state = ${to === "same" ? tx`state` : to}
      ${action === "approve" ? tx`, approver_id = ${actor.id}, approver_name = ${actor.name}, approved_rev = rev + 1, reviewed_at = now()` : tx``}
      ${action === "review" ? tx`, reviewed_at = now()` : tx``}
    where id = any(${[...changed]}::uuid[])`;
  await recordRevisions(tx, { entryIds: changed, kind, note, actor });
}
