import { unguardCell } from "../../../../flows/transfer/guard-cell.ts";
import { type EntryContent, emptyContent, entryContentSchema, listPhrasings } from "../entry-content.ts";
import { CHANNEL_ANSWERS, type ImportField, type Mapping } from "./import-fields.ts";
import type { RawRow } from "./read-rows.ts";

export type RowErrorCode =
  | "no_question"
  | "too_long"
  | "too_many"
  | "bad_date"
  | "bad_number"
  | "bad_data_class"
  | "ends_before_start";

export type RowError = { readonly code: RowErrorCode; readonly field: ImportField };

export type ParsedRow = {
  readonly row: number;
  /** Null when something is wrong with it. Without its category, which does not exist yet. */
  readonly content: EntryContent | null;
  /** For whoever looks at the list; the start of what the file says. */
  readonly question: string;
  readonly category: readonly string[];
  readonly errors: readonly RowError[];
};

const ANSWERS = [
  { field: "answer-zh", locale: "zh-CN", channel: null },
  { field: "answer-en", locale: "en", channel: null },
  ...CHANNEL_ANSWERS,
] as const;

const SHOWN_CHARS = 120;
const CATEGORY_DEPTH_MAX = 8;
const CATEGORY_CHARS_MAX = 80;

/** Reads one line by a mapping. Everything that is wrong with it is named at once. */
export function toImportRow({ row, cells }: RawRow, mapping: Mapping): ParsedRow {
  const texts = (field: ImportField): readonly string[] =>
    mapping.flatMap((mapped, i) => {
      const text = unguardCell(cells[i] ?? "").trim();
      return mapped === field && text !== "" ? [text] : [];
    });
  const text = (field: ImportField): string => texts(field)[0] ?? "";
  const errors: RowError[] = [];
  const fail = (code: RowErrorCode, field: ImportField): null => {
    errors.push({ code, field });
    return null;
  };
  const zh = text("question-zh");
  const en = text("question-en");
  if (zh === "" && en === "") fail("no_question", "question-zh");
  const validFrom = readDate(text("valid-from"), () => fail("bad_date", "valid-from"));
  const validTo = readDate(text("valid-to"), () => fail("bad_date", "valid-to"));
  if (validFrom !== null && validTo !== null && validTo <= validFrom) fail("ends_before_start", "valid-to");
  const question = { ...(zh === "" ? {} : { "zh-CN": zh }), ...(en === "" ? {} : { en }) };
  const content: EntryContent = {
    ...emptyContent,
    question,
    similar: without(split(texts("similar")), [zh, en]),
    negatives: split(texts("negatives")),
    answers: ANSWERS.flatMap(({ field, ...readers }) => {
      const answer = text(field);
      return answer === "" ? [] : [{ ...readers, text: answer }];
    }),
    tags: split(texts("tags")),
    validFrom,
    validTo,
    reviewEveryDays: readDays(text("review-every-days"), () => fail("bad_number", "review-every-days")),
    dataClass: readDataClass(text("data-class"), () => fail("bad_data_class", "data-class")),
  };
  const category = text("category")
    .split(/[/>＞／]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (category.length > CATEGORY_DEPTH_MAX || category.some((name) => name.length > CATEGORY_CHARS_MAX))
    fail("too_long", "category");
  if (errors.length === 0) errors.push(...listSchemaErrors(content));
  const [first = ""] = listPhrasings({ question, similar: [] });
  return {
    ...{ row, category, errors, question: first.slice(0, SHOWN_CHARS) },
    content: errors.length === 0 ? content : null,
  };
}

const FIELD_OF: { readonly [key: string]: ImportField } = {
  question: "question-zh",
  similar: "similar",
  negatives: "negatives",
  answers: "answer-zh",
  tags: "tags",
  reviewEveryDays: "review-every-days",
};

/** What is left are lengths and counts: everything else was built right above. */
function listSchemaErrors(content: EntryContent): readonly RowError[] {
  const parsed = entryContentSchema.safeParse(content);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path: [key] }) => ({
    code:
      Array.isArray(content[key as keyof EntryContent]) && hasManyOnly(content, String(key))
        ? "too_many"
        : "too_long",
    field: FIELD_OF[String(key)] ?? "question-zh",
  }));
}

const PHRASINGS_MAX = 500;

function hasManyOnly(content: EntryContent, key: string): boolean {
  return key === "similar" && content.similar.length > PHRASINGS_MAX;
}

/** One cell may hold many, each on its own line or between signs that no question holds. */
function split(cells: readonly string[]): string[] {
  const parts = cells.flatMap((cell) => cell.split(cell.includes("\n") ? /\n/u : /[;；|｜]/u));
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ""))];
}

const without = (items: readonly string[], known: readonly string[]): string[] =>
  items.filter((item) => !known.includes(item));

const DAY = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/u;

/** A day is meant as it is in China, where most files come from; a full moment says itself where it is. */
function readDate(text: string, fail: () => null): string | null {
  if (text === "") return null;
  const [, year, month, day] = DAY.exec(text) ?? [];
  const iso =
    year === undefined
      ? text
      : `${year}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}T00:00:00+08:00`;
  const at = /^\d{4}-\d{2}-\d{2}[T ]/u.test(iso) ? new Date(iso) : new Date(Number.NaN);
  return Number.isNaN(at.getTime()) ? fail() : at.toISOString();
}

function readDays(text: string, fail: () => null): number | null {
  if (text === "") return null;
  return /^\d{1,4}$/u.test(text) && Number(text) > 0 ? Number(text) : fail();
}

const DATA_CLASSES: ReadonlyMap<string, EntryContent["dataClass"]> = new Map([
  ...(["general", "一般", "普通", "公开"] as const).map((name) => [name, "general"] as const),
  ...(["important", "重要"] as const).map((name) => [name, "important"] as const),
  ...(["core", "核心"] as const).map((name) => [name, "core"] as const),
]);

function readDataClass(text: string, fail: () => null): EntryContent["dataClass"] {
  if (text === "") return "general";
  const known = DATA_CLASSES.get(text.toLowerCase());
  if (known === undefined) fail();
  return known ?? "general";
}
