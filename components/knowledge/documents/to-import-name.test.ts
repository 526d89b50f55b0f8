import { expect, test } from "vitest";
import {
  type DocumentKind,
  findNamedKind,
  toMediaType,
} from "#server/knowledge/documents/reading/document-kind.ts";
import { toImportName } from "./to-import-name.ts";

const KINDS: readonly DocumentKind[] = ["pdf", "docx", "xlsx", "markdown", "html", "csv", "text"];

test.each(KINDS)("a renamed document is imported as the %s that it was read as", (kind) => {
  const mediaType = toMediaType(kind);
  for (const name of ["常见问题", "常见问题.", "第 1.2 版", "价格.exe"])
    expect(findNamedKind({ name: toImportName({ name, mediaType }), mediaType: null })).toBe(kind);
});

test("a name that says what the document is stays", () => {
  expect(toImportName({ name: "问答.TSV", mediaType: "text/csv" })).toBe("问答.TSV");
  expect(toImportName({ name: "问答.markdown", mediaType: "text/markdown" })).toBe("问答.markdown");
  expect(toImportName({ name: "问答", mediaType: null })).toBe("问答");
});

test("a name does not become longer than the import takes it", () => {
  const name = toImportName({ name: "问".repeat(200), mediaType: "text/csv" });
  expect(name).toHaveLength(200);
  expect(name).toMatch(/问\.csv$/);
});
