import type { TransactionSql } from "postgres";
import { AppError } from "#server/app-error.ts";

type NewAccount = {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
};

/** Adds a person who signs in with a password; fails with `conflict` when the address has an account already. */
export async function createAccount(tx: TransactionSql, account: NewAccount): Promise<string> {
  const [user] = await tx<{ id: string }[]>`
    insert into auth_user (email, name, email_verified) values (${account.email}, ${account.name}, true)
    on conflict (email) do nothing returning id`;
  if (!user) throw new AppError("conflict", { reason: "email_taken" });
  await tx`
    insert into auth_account (account_id, provider_id, user_id, password)
    values (${user.id}, 'credential', ${user.id}, ${account.passwordHash})`;
  return user.id;
}
