import { fileTypeFromBuffer } from "file-type";

/** What a file really is, by its first bytes; the name and type that a client states are only its wish. */
export type FileKind = { readonly mediaType: string; readonly extension: string };

/** Detected type -> how we name it, and which endings are honest for it. Nothing in it can run in a browser. */
const ALLOWED: Readonly<
  Record<string, { readonly mediaType: string; readonly extensions: readonly string[] }>
> = {
  "image/png": { mediaType: "image/png", extensions: ["png"] },
  "image/apng": { mediaType: "image/png", extensions: ["png"] },
  "image/jpeg": { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"] },
  "image/webp": { mediaType: "image/webp", extensions: ["webp"] },
  "image/gif": { mediaType: "image/gif", extensions: ["gif"] },
  "application/pdf": { mediaType: "application/pdf", extensions: ["pdf"] },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
  },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extensions: ["xlsx"],
  },
  "audio/mpeg": { mediaType: "audio/mpeg", extensions: ["mp3"] },
  "audio/x-m4a": { mediaType: "audio/mp4", extensions: ["m4a"] },
  "audio/mp4": { mediaType: "audio/mp4", extensions: ["m4a"] },
  "audio/amr": { mediaType: "audio/amr", extensions: ["amr"] },
  "video/mp4": { mediaType: "video/mp4", extensions: ["mp4", "m4v"] },
  "text/plain": { mediaType: "text/plain; charset=utf-8", extensions: ["txt", "log", "csv", "md"] },
};

/** Shown within a page; everything else is only ever downloaded. */
export const INLINE_TYPES: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
]);

/** Returns null for everything that is not on the list: programs, archives, SVG, HTML and what cannot be told. */
export async function findFileKind(data: Buffer, name: string): Promise<FileKind | null> {
  const detected = (await fileTypeFromBuffer(data))?.mime ?? (isPlainText(data) ? "text/plain" : "");
  const kind = Object.hasOwn(ALLOWED, detected) ? ALLOWED[detected] : undefined;
  const [first] = kind?.extensions ?? [];
  if (!kind || first === undefined) return null;
  const given = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  return {
    mediaType: kind.mediaType,
    extension: given !== undefined && kind.extensions.includes(given) ? given : first,
  };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const MARKUP =
  /<\s*(!doctype|html|head|body|svg|script|iframe|object|embed|math|\?xml|xml|img|a\s|meta|link|style)/i;
/** Text has line breaks and tabs, but none of the other control characters. */
const CONTROL = /[^\P{Cc}\t\n\f\r]/u;
/** Browsers that guess a type look no further than this. */
const MARKUP_WITHIN_CHARS = 4_096;

function isPlainText(data: Buffer): boolean {
  if (data.length === 0) return false;
  try {
    const text = utf8.decode(data);
    return !CONTROL.test(text) && !MARKUP.test(text.slice(0, MARKUP_WITHIN_CHARS));
  } catch {
    return false;
  }
}
