import type { ListedDocument } from "./document-row.tsx";

type Original = Pick<ListedDocument, "id" | "name" | "updatedAt">;

/** The file as it was uploaded; null when it cannot be had now. */
export async function fetchOriginal({ id, name, updatedAt }: Original): Promise<File | null> {
  const response = await fetch(`/console/documents/${id}/original`).catch(() => null);
  if (response === null || !response.ok) return null;
  return new File([await response.blob()], name, { lastModified: new Date(updatedAt).getTime() });
}
