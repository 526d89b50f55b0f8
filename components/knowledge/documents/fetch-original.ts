import type { ListedDocument } from "./document-row.tsx";
import { toImportName } from "./to-import-name.ts";

type Original = Pick<ListedDocument, "id" | "name" | "mediaType" | "updatedAt">;

/** The file as it was uploaded, to be imported; null when it cannot be had now. */
export async function fetchOriginal({ id, updatedAt, ...named }: Original): Promise<File | null> {
  const response = await fetch(`/console/documents/${id}/original`).catch(() => null);
  if (response === null || !response.ok) return null;
  const lastModified = new Date(updatedAt).getTime();
  return new File([await response.blob()], toImportName(named), { lastModified });
}
