import type { Problem } from "#flows/kernel/problem.ts";
import { scanText } from "#flows/kernel/scan-limits.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { type BundleFile, FILE_BYTES_MAX, parseFileValue } from "#flows/transfer/bundle-file.ts";
import type { ForeignImport } from "#flows/transfer/foreign/finish-draft.ts";
import { readForeign } from "#flows/transfer/foreign/read-foreign.ts";

/** What a chosen file turned out to be; `reason` names a text of ours, `problems` bring their own. */
export type Upload =
  | { readonly type: "file"; readonly file: BundleFile; readonly foreign: ForeignImport | null }
  | {
      readonly type: "refused";
      readonly reason: "tooLarge" | "unreadable" | "unknown" | null;
      readonly problems: readonly Problem[];
    };

/** Flows of other builders are small; a YAML of this size would take seconds to read. */
const YAML_CHARS_MAX = 2 * 1024 * 1024;

/** Aliases can make a short file endless; people hardly ever write one. */
const ALIASES_MAX = 50;

/** Reads a file in the browser: ours as it is, those of other builders as a draft. Nothing in it is run; the server reads it again. */
export async function readUpload(file: File, locale: Locale): Promise<Upload> {
  if (file.size > FILE_BYTES_MAX) return refuse("tooLarge");
  const text = (await file.text()).replace(/^\uFEFF/, "");
  const name = file.name.replace(/(\.jieda)?\.\w+$/, "").slice(0, 80) || "Bot";
  const isJson = /^\s*[{[]/.test(text);
  const problem = isJson ? scanText(text, FILE_BYTES_MAX) : null;
  if (problem) return { type: "refused", reason: null, problems: [problem] };
  const read = isJson ? readJson(text) : await readYaml(text);
  if (read === null) return refuse("unreadable");

  const foreign = readForeign(read.value, locale);
  if (foreign.type === "refused")
    return foreign.problem
      ? { type: "refused", reason: null, problems: [foreign.problem] }
      : refuse("unreadable");
  if (foreign.type === "read") {
    const { bundle } = foreign.file;
    return {
      type: "file",
      file: { name: foreign.file.name.slice(0, 80) || name, bundle, tests: [] },
      foreign: foreign.file,
    };
  }
  const ours = parseFileValue(read.value, name);
  if (ours.ok) return { type: "file", file: ours.value, foreign: null };
  const isStrange = ours.problems.every(({ code }) => code === "unknown_schema");
  return isStrange ? refuse("unknown") : { type: "refused", reason: null, problems: ours.problems };
}

function readJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Told to the reader as a file that cannot be read.
    return null;
  }
}

async function readYaml(text: string): Promise<{ readonly value: unknown } | null> {
  if (text.length > YAML_CHARS_MAX) return null;
  const { parse } = await import("yaml");
  try {
    // The core schema knows texts, numbers, lists and maps; other tags stay the text that they are.
    return { value: parse(text, { schema: "core", maxAliasCount: ALIASES_MAX, logLevel: "error" }) };
  } catch {
    // Told to the reader as a file that cannot be read.
    return null;
  }
}

const refuse = (reason: "tooLarge" | "unreadable" | "unknown"): Upload => ({
  type: "refused",
  reason,
  problems: [],
});
