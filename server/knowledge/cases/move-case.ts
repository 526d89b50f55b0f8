import type { TransactionSql } from "postgres";
import type { CaseState } from "#drizzle/schema/cases.ts";
import type { Role } from "#drizzle/schema/member.ts";
import { AppError } from "../../app-error.ts";
import type { Actor } from "../actor.ts";
import { getBase } from "../bases/get-base.ts";
import {
  type CaseKey,
  type CaseRevisionKind,
  type CaseRow,
  contentOf,
  recordCaseRevision,
  touchCases,
} from "./case-row.ts";
import { lockSeen } from "./write-case.ts";

/** `submit` proposes; `approve` and `reject` are for those whom the policy lets answer for what customers are told. */
export const CASE_ACTIONS = ["submit", "retire", "revive"] as const;
export const CASE_APPROVALS = ["approve", "reject"] as const;

export type CaseAction = (typeof CASE_ACTIONS)[number] | (typeof CASE_APPROVALS)[number];

type Rule = {
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly kind: CaseRevisionKind;
};

const RULES: { readonly [Action in CaseAction]: Rule } = {
  submit: { from: ["draft"], to: "in_review", kind: "submitted" },
  approve: { from: ["draft", "in_review"], to: "approved", kind: "approved" },
  reject: { from: ["in_review"], to: "draft", kind: "rejected" },
  retire: { from: ["draft", "in_review", "approved"], to: "retired", kind: "retired" },
  revive: { from: ["retired"], to: "draft", kind: "revived" },
};

type Move = CaseKey & {
  readonly actor: Actor;
  readonly role: Role;
  readonly action: CaseAction;
  /** The rev that was read: nobody answers for words that they have not seen. */
  readonly rev: number;
  readonly note: string;
};

/**
 * Moves a case on. Approving makes its words what customers are answered from; retiring takes them back. Where the base demands
 * four eyes, nobody approves what they wrote; elsewhere owners and admins may.
 */
export async function moveCase(
  tx: TransactionSql,
  { workspaceId, caseId, actor, role, action, rev, note }: Move,
): Promise<{ readonly rev: number; readonly state: CaseState }> {
  const row = await lockSeen(tx, { workspaceId, caseId, rev });
  const { from, to, kind } = RULES[action];
  if (!from.includes(row.state)) throw new AppError("conflict", { reason: "case_wrong_state" });
  if (action === "submit" || action === "approve") assertAnswer(row);
  if (action === "approve") await assertApprover(tx, { row, actor, role, workspaceId });
  await tx`
    update knowledge_case c set state = ${to}, rev = rev + 1, updated_at = now()
      ${action === "approve" ? tx`, served = ${contentOf(tx)}, approver_id = ${actor.id}, approver_name = ${actor.name}, approved_rev = rev + 1` : tx``}
      ${action === "retire" ? tx`, served = null` : tx``}
    where id = ${caseId}`;
  await recordCaseRevision(tx, { caseId, kind, actor, note });
  if (action === "approve" || (action === "retire" && row.isServed)) await touchCases(tx, row.baseId);
  return { rev: rev + 1, state: to };
}

function assertAnswer({ answer }: CaseRow): void {
  if (answer.trim() === "") throw new AppError("conflict", { reason: "case_without_answer" });
}

type Approval = {
  readonly row: CaseRow;
  readonly actor: Actor;
  readonly role: Role;
  readonly workspaceId: string;
};

async function assertApprover(
  tx: TransactionSql,
  { row, actor, role, workspaceId }: Approval,
): Promise<void> {
  const { fourEyes } = await getBase(tx, { workspaceId, baseId: row.baseId });
  const [own] = await tx`
    select from knowledge_case_revision r join knowledge_case c on c.id = r.case_id
    where r.case_id = ${row.id} and r.author_id = ${actor.id} and r.rev > coalesce(c.approved_rev, 0)
      and r.kind in ('created', 'edited') limit 1`;
  const mayApproveOwn = !fourEyes && (role === "owner" || role === "admin");
  if (own && !mayApproveOwn) throw new AppError("conflict", { reason: "case_own_work" });
  // What nobody has proposed may be half-written.
  if (!own && row.state !== "in_review") throw new AppError("conflict", { reason: "case_wrong_state" });
}
