import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import type { BaseKey } from "../bases/get-base.ts";
import type { EntryContent } from "./entry-content.ts";

/** A category is of the same base and an owner works in the workspace; ids from elsewhere are not found. */
export async function assertReferences(
  tx: TransactionSql,
  { workspaceId, baseId }: BaseKey,
  { categoryId, ownerId }: Partial<Pick<EntryContent, "categoryId" | "ownerId">>,
): Promise<void> {
  if (categoryId) {
    const [known] = await tx`select from faq_category where id = ${categoryId} and base_id = ${baseId}`;
    if (!known) throw new AppError("not_found");
  }
  if (ownerId) {
    const [known] = await tx`select from member where workspace_id = ${workspaceId} and user_id = ${ownerId}`;
    if (!known) throw new AppError("not_found");
  }
}
