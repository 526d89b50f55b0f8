import type { TransactionSql } from "postgres";
import type { Role } from "#drizzle/schema/member.ts";
import { AppError } from "#server/app-error.ts";
import type { Sql } from "#server/db/connect.ts";
import { recordAudit } from "./audit.ts";
import { createAccount } from "./create-account.ts";
import type { Auth } from "./create-auth.ts";
import { hashToken } from "./one-time-token.ts";

export type OpenInvitation = {
  readonly email: string;
  readonly role: Role;
  readonly workspaceName: string;
  readonly invitedBy: string | null;
  /** The address has an account: its password is asked for instead of a new one. */
  readonly hasAccount: boolean;
};

/** What the link invites to; `not_found` for wrong, used, revoked and expired alike. */
export async function getOpenInvitation(sql: Sql, token: string): Promise<OpenInvitation> {
  const [row] = await sql<OpenInvitation[]>`
    select i.email, i.role, w.name as "workspaceName", inviter.name as "invitedBy",
      exists (select from auth_user u where u.email = i.email) as "hasAccount"
    from invitation i
    join workspace w on w.id = i.workspace_id
    left join auth_user inviter on inviter.id = i.invited_by
    where i.token_hash = ${hashToken(token)} and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()`;
  if (!row) throw new AppError("not_found");
  return row;
}

type AcceptInput = {
  readonly token: string;
  readonly name: string;
  readonly password: string;
};

/**
 * Joins the workspace, with a new account or with the one that the address has (its password is checked, so a leaked link alone
 * opens nobody's account). The invitation is taken in the same transaction: used at most once.
 */
export async function acceptInvitation(
  { sql, auth }: { readonly sql: Sql; readonly auth: Auth },
  input: AcceptInput,
): Promise<{ readonly email: string }> {
  const invitation = await getOpenInvitation(sql, input.token);
  const { password } = await auth.$context;
  const passwordHash = invitation.hasAccount ? null : await password.hash(input.password);
  if (invitation.hasAccount && !(await isPasswordOf({ sql, auth }, invitation.email, input.password))) {
    throw new AppError("forbidden", { reason: "wrong_password" });
  }

  await sql.begin(async (tx) => {
    const [taken] = await tx<{ id: string; workspaceId: string; role: Role }[]>`
      update invitation set accepted_at = now()
      where token_hash = ${hashToken(input.token)} and accepted_at is null and revoked_at is null and expires_at > now()
      returning id, workspace_id as "workspaceId", role`;
    if (!taken) throw new AppError("not_found");
    const person = passwordHash
      ? {
          id: await createAccount(tx, { email: invitation.email, name: input.name, passwordHash }),
          name: input.name,
        }
      : await getPerson(tx, invitation.email);
    await tx`update invitation set accepted_by = ${person.id} where id = ${taken.id}`;
    const joined = await tx`
      insert into member (workspace_id, user_id, role) values (${taken.workspaceId}, ${person.id}, ${taken.role})
      on conflict do nothing returning user_id`;
    if (joined.length === 0) throw new AppError("conflict", { reason: "already_member" });
    await recordAudit(tx, {
      workspaceId: taken.workspaceId,
      actor: person,
      action: "member-joined",
      target: invitation.email,
      facts: { role: taken.role },
    });
  });
  return { email: invitation.email };
}

async function getPerson(
  tx: TransactionSql,
  email: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const [person] = await tx<
    { id: string; name: string }[]
  >`select id, name from auth_user where email = ${email}`;
  if (!person) throw new AppError("not_found");
  return person;
}

async function isPasswordOf(
  { sql, auth }: { readonly sql: Sql; readonly auth: Auth },
  email: string,
  given: string,
): Promise<boolean> {
  const [row] = await sql<{ password: string }[]>`
    select a.password from auth_account a join auth_user u on u.id = a.user_id
    where u.email = ${email} and a.provider_id = 'credential' and a.password is not null`;
  return row ? (await auth.$context).password.verify({ hash: row.password, password: given }) : false;
}
