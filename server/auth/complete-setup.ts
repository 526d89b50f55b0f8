import type { Locale } from "#flows/kernel/text.ts";
import { AppError } from "#server/app-error.ts";
import { retitleSample } from "#server/bots/retitle-sample.ts";
import type { Sql } from "#server/db/connect.ts";
import { recordAudit } from "./audit.ts";
import { createAccount } from "./create-account.ts";
import type { Auth } from "./create-auth.ts";
import { hashToken } from "./one-time-token.ts";

type SetupInput = {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly workspaceName: string;
  /** In which language the owner reads the console. */
  readonly locale: Locale;
};

/** Whether the link still opens; wrong, used, replaced and expired read the same. */
export async function isSetupToken(sql: Sql, token: string): Promise<boolean> {
  const rows =
    await sql`select from setup_token where token_hash = ${hashToken(token)} and expires_at > now()`;
  return rows.length === 1;
}

/**
 * Makes the owner and names the workspace (the seeded sample one when it is there). The token is taken in the same transaction:
 * of many who come at once exactly one succeeds, and a failure leaves the link usable. The sample is titled in the owner's language.
 */
export async function completeSetup(
  { sql, auth }: { readonly sql: Sql; readonly auth: Auth },
  input: SetupInput,
): Promise<void> {
  // Before hashing: else anybody could keep the server busy with scrypt.
  if (!(await isSetupToken(sql, input.token))) throw new AppError("not_found");
  const passwordHash = await (await auth.$context).password.hash(input.password);

  await sql.begin(async (tx) => {
    const taken = await tx`
      delete from setup_token where token_hash = ${hashToken(input.token)} and expires_at > now()
        and not exists (select from member where role = 'owner') returning id`;
    if (taken.length === 0) throw new AppError("not_found");
    const [workspace] = await tx<{ id: string }[]>`
      with adopted as (
        update workspace set name = ${input.workspaceName}
        where id = (select id from workspace order by created_at, id limit 1) returning id
      ), made as (
        insert into workspace (name) select ${input.workspaceName} where not exists (select from adopted) returning id
      )
      select id from adopted union all select id from made`;
    if (!workspace) throw new Error("no workspace was named or made");
    const userId = await createAccount(tx, { ...input, passwordHash });
    await tx`insert into member (workspace_id, user_id, role) values (${workspace.id}, ${userId}, 'owner')`;
    await recordAudit(tx, {
      workspaceId: workspace.id,
      actor: { id: userId, name: input.name },
      action: "workspace-created",
      target: input.workspaceName,
    });
    await retitleSample(tx, { workspaceId: workspace.id, locale: input.locale });
  });
}
