import { z } from "zod";
import { readFailure, type UploadFailure } from "../documents/upload-file.ts";

const attachmentSchema = z.object({
  type: z.enum(["image", "file"]),
  url: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

export type Attachment = z.infer<typeof attachmentSchema>;

/** Keeps one file for answers of a base; what comes back names it in an entry. */
export async function sendAttachment(baseId: string, file: File): Promise<Attachment | UploadFailure> {
  const query = new URLSearchParams({ base: baseId, name: file.name });
  const response = await fetch(`/console/entries/files?${query}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  }).catch(() => null);
  if (response === null) return { code: "offline", reason: null };
  return response.ok ? attachmentSchema.parse(await response.json()) : readFailure(await response.text());
}
