const TAG_CHARS_MAX = 40;
const TAGS_MAX = 30;

/** Tags as people type them: commas of either script, line breaks; each once. */
export const toTags = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、;；\n]/u)
      .map((tag) => tag.trim().slice(0, TAG_CHARS_MAX))
      .filter((tag) => tag !== "")
      .slice(0, TAGS_MAX),
  ),
];
