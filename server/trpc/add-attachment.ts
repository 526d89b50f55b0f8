import type { Sql } from "postgres";
import type { FaqAttachment } from "#drizzle/schema/faq.ts";
import { AppError } from "#server/app-error.ts";
import { findFileKind } from "#server/http/files/file-kind.ts";
import { storeFile } from "#server/http/files/file-store.ts";
import { toFileName } from "#server/http/files/to-file-name.ts";

type Adding = {
  readonly workspaceId: string;
  /** Known to be the workspace's. */
  readonly baseId: string;
  readonly name: string;
  readonly data: Buffer;
};

/** Keeps a file that is to go with answers of a base. It is what its content says, whatever its name; programs, archives and pages are refused. */
export async function addAttachment(
  sql: Sql,
  { workspaceId, baseId, name, data }: Adding,
): Promise<FaqAttachment> {
  const kind = await findFileKind(data, name);
  if (!kind)
    throw new AppError("invalid_request", { reason: data.length === 0 ? "file_empty" : "attachment_type" });
  const file = { name: toFileName(name, kind.extension), mediaType: kind.mediaType, data };
  const stored = await storeFile(sql, { workspaceId, baseId }, file);
  if (!stored) throw new AppError("conflict", { reason: "too_many_attachments" });
  const { url, mediaType, size } = stored;
  return { type: mediaType.startsWith("image/") ? "image" : "file", url, name: stored.name, mediaType, size };
}
