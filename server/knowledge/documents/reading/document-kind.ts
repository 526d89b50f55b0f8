import { fileTypeFromBuffer } from "file-type";
import { ReadFailure } from "./read-failure.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What is read, by its name's endings and by the types that servers give it. `magic` is what its first bytes must say. */
const KINDS = {
  pdf: {
    mediaType: "application/pdf",
    endings: ["pdf"],
    types: ["application/pdf"],
    magic: "application/pdf",
  },
  docx: { mediaType: DOCX, endings: ["docx"], types: [DOCX], magic: DOCX },
  xlsx: { mediaType: XLSX, endings: ["xlsx"], types: [XLSX], magic: XLSX },
  markdown: {
    mediaType: "text/markdown",
    endings: ["md", "markdown"],
    types: ["text/markdown", "text/x-markdown"],
    magic: null,
  },
  html: {
    mediaType: "text/html",
    endings: ["html", "htm", "xhtml"],
    types: ["text/html", "application/xhtml+xml"],
    magic: null,
  },
  csv: {
    mediaType: "text/csv",
    endings: ["csv", "tsv"],
    types: ["text/csv", "text/tab-separated-values"],
    magic: null,
  },
  text: { mediaType: "text/plain", endings: ["txt", "text"], types: ["text/plain"], magic: null },
} as const;

export type DocumentKind = keyof typeof KINDS;

const OLD_OFFICE = "application/x-cfb";
/** An encrypted DOCX or XLSX is a container of before 2007 with one stream of this name, in UTF-16. */
const ENCRYPTED_STREAM = Buffer.from("EncryptedPackage", "utf16le");
/** What XHTML begins with looks like any XML. */
const TEXT_TYPES: ReadonlySet<string> = new Set(["application/xml", "text/xml"]);

type Named = {
  readonly name: string;
  /** What a server says that it is; null for an upload. */
  readonly mediaType: string | null;
};

/** The kind that a document is read as: what name and content agree on. Throws a `ReadFailure` where they do not. */
export async function findDocumentKind(bytes: Uint8Array, named: Named): Promise<DocumentKind> {
  if (bytes.length === 0) throw new ReadFailure("empty");
  const wanted = findNamedKind(named);
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  if (found === OLD_OFFICE) {
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED_STREAM);
    throw new ReadFailure(isEncrypted ? "encrypted" : "old_office");
  }
  if (wanted === null) throw new ReadFailure("file_type");
  const { magic } = KINDS[wanted];
  const isHonest = magic === null ? found === null || TEXT_TYPES.has(found) : found === magic;
  if (!isHonest) throw new ReadFailure("disguised", { named: wanted, found: found ?? "text" });
  return wanted;
}

export const toMediaType = (kind: DocumentKind): string => KINDS[kind].mediaType;

/** A server knows better than an address what it sends; a file has only its name. */
export function findNamedKind({ name, mediaType }: Named): DocumentKind | null {
  const type = mediaType?.split(";")[0]?.trim().toLowerCase() ?? "";
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const kinds = Object.entries(KINDS);
  const has = (list: readonly string[], value: string) => list.includes(value);
  const found =
    kinds.find(([, { types }]) => type !== "text/plain" && has(types, type)) ??
    kinds.find(([, { endings }]) => has(endings, ending)) ??
    kinds.find(([, { types }]) => has(types, type));
  // Object.entries forgets that the keys are the kinds.
  return found === undefined ? null : (found[0] as DocumentKind);
}
