import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import { recordAudit } from "../../auth/audit.ts";
import type { Actor } from "../actor.ts";
import { type BaseKey, lockBase } from "./get-base.ts";

/** How long a deleted base can be brought back. */
export const BASE_RESTORE_DAYS = 30;

const BASES_MAX = 200;

export type BaseChange = {
  readonly name: string;
  readonly description: string;
  readonly fourEyes: boolean;
};

type By = { readonly actor: Actor };

export async function createBase(
  tx: TransactionSql,
  { workspaceId, actor, ...base }: BaseChange & By & { readonly workspaceId: string },
): Promise<{ readonly baseId: string }> {
  const [{ count = 0 } = {}] = await tx<{ count: number }[]>`
    select count(*)::int from knowledge_base where workspace_id = ${workspaceId} and deleted_at is null`;
  if (count >= BASES_MAX) throw new AppError("conflict", { reason: "too_many_bases" });
  const [row] = await tx<{ id: string }[]>`
    insert into knowledge_base (workspace_id, name, description)
    values (${workspaceId}, ${base.name}, ${base.description}) returning id`;
  if (!row) throw new Error("the base was not written");
  await writeSetting(tx, { workspaceId, baseId: row.id, fourEyes: base.fourEyes });
  await recordAudit(tx, { workspaceId, actor, action: "base-created", target: base.name });
  return { baseId: row.id };
}

/** Only what is given changes. */
export async function updateBase(
  tx: TransactionSql,
  { workspaceId, baseId, actor, ...change }: Partial<BaseChange> & By & BaseKey,
): Promise<void> {
  const base = await lockBase(tx, { workspaceId, baseId });
  const { name = base.name, description = base.description, fourEyes = base.fourEyes } = change;
  await tx`update knowledge_base set name = ${name}, description = ${description}, updated_at = now()
    where id = ${baseId}`;
  await writeSetting(tx, { workspaceId, baseId, fourEyes });
  await recordAudit(tx, {
    ...{ workspaceId, actor, action: "base-changed", target: name },
    facts: { fourEyes, was: base.name },
  });
}

/** Out of sight and no longer served; flows that name it find nothing there. It can be brought back for 30 days. */
export async function deleteBase(
  tx: TransactionSql,
  { workspaceId, baseId, actor, confirmName }: BaseKey & By & { readonly confirmName: string },
): Promise<{ readonly name: string }> {
  const base = await lockBase(tx, { workspaceId, baseId });
  if (confirmName.trim() !== base.name.trim()) throw new AppError("conflict", { reason: "wrong_name" });
  await tx`update knowledge_base set deleted_at = now() where id = ${baseId}`;
  await recordAudit(tx, { workspaceId, actor, action: "base-deleted", target: base.name });
  return { name: base.name };
}

export async function restoreBase(
  tx: TransactionSql,
  { workspaceId, baseId, actor }: BaseKey & By,
): Promise<{ readonly name: string }> {
  const [base] = await tx<{ name: string }[]>`
    update knowledge_base set deleted_at = null where id = ${baseId} and workspace_id = ${workspaceId}
      and deleted_at > now() - make_interval(days => ${BASE_RESTORE_DAYS}) returning name`;
  if (!base) throw new AppError("not_found");
  await recordAudit(tx, { workspaceId, actor, action: "base-restored", target: base.name });
  return base;
}

export async function listDeletedBases(tx: TransactionSql, workspaceId: string) {
  return tx<{ id: string; name: string; deletedAt: Date; until: Date }[]>`
    select id, name, deleted_at as "deletedAt", deleted_at + make_interval(days => ${BASE_RESTORE_DAYS}) as until
    from knowledge_base
    where workspace_id = ${workspaceId} and deleted_at > now() - make_interval(days => ${BASE_RESTORE_DAYS})
    order by deleted_at desc limit ${BASES_MAX}`;
}

async function writeSetting(
  tx: TransactionSql,
  { workspaceId, baseId, fourEyes }: BaseKey & { readonly fourEyes: boolean },
): Promise<void> {
  await tx`insert into faq_setting (base_id, workspace_id, four_eyes) values (${baseId}, ${workspaceId}, ${fourEyes})
    on conflict (base_id) do update set four_eyes = excluded.four_eyes`;
}
