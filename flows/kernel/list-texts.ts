import type { Part } from "./protocol.ts";

/** A message as plain lines, one string a part; buttons and sources are left out, unless there is nothing else to read. */
export function listTexts(parts: readonly Part[]): readonly string[] {
  const lines = parts.flatMap(toLine);
  return lines.length > 0 ? lines : parts.flatMap(toLastResort);
}

function toLine(part: Part): readonly string[] {
  switch (part.type) {
    case "text":
      return [part.text];
    case "image":
      return [`[${part.alt}]`];
    case "file":
      return [`[${part.name}]`];
    case "card":
      return [
        [part.title, part.text, ...part.fields.map(({ label, value }) => `${label}: ${value}`)]
          .filter(Boolean)
          .join("\n"),
      ];
    case "choices":
    case "citations":
      return [];
  }
}

function toLastResort(part: Part): readonly string[] {
  if (part.type === "choices") return [part.options.map(({ label }) => label).join(" / ")];
  return part.type === "citations" ? [part.items.map(({ title }) => title).join(" / ")] : [];
}
