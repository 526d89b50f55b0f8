const NAME_MAX_CHARS = 100;
/** Path separators, control characters, and marks that turn the direction of text: `photo\u202Egpj.exe` reads as `photoexe.jpg`. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"/\\|?*%;]/gu;

/** A name that is safe to show and to save under, with the ending that its content deserves. */
export function toFileName(given: string | undefined, extension: string): string {
  const last = (given ?? "").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(UNSAFE, "").replace(/^[.\s]+|[.\s]+$/g, "");
  const stem = plain.toLowerCase().endsWith(`.${extension}`) ? plain.slice(0, -extension.length - 1) : plain;
  const short = [...stem].slice(0, NAME_MAX_CHARS).join("").trim();
  return `${short || "file"}.${extension}`;
}

/** RFC 6266: an ASCII name for old readers and the true one in UTF-8. */
export function toDisposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const utf8 = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
