import { expect, test } from "vitest";
import { READ_FAILURES } from "#server/knowledge/documents/reading/read-failure.ts";
import { toReadFailureText } from "./read-failure-messages.ts";

test.each(READ_FAILURES)("%s has a text of its own in both languages", (code) => {
  const facts = {
    ...{ named: "pdf", found: "text", pages: 5, pagesMax: 3, status: 404 },
    ...{ columns: 300, columnsMax: 100, megabytesMax: 30 },
  };
  const said = (["zh-CN", "en"] as const).map((locale) => toReadFailureText({ code, facts }, locale));
  expect(said[0]).toMatch(/\p{Script=Han}/u);
  expect(said[1]).not.toMatch(/\p{Script=Han}/u);
  for (const text of said) expect(text).not.toMatch(/[{}?]/);
});

test("a code of a newer server is never shown", () => {
  expect(toReadFailureText({ code: "quantum_file", facts: null }, "en")).not.toContain("quantum");
});

test.each([
  ["application/x-msdownload", "程序", "a program"],
  ["image/png", "图片", "a picture"],
  ["application/x-rar-compressed", "压缩包", "an archive"],
  ["text", "纯文本", "plain text"],
  ["model/gltf-binary", "另一种文件", "another kind of file"],
])("a file that is %s in truth is told so in words", (found, zh, en) => {
  const failure = { code: "disguised", facts: { named: "docx", found } };
  expect(toReadFailureText(failure, "zh-CN")).toContain(`内容却是${zh}。`);
  expect(toReadFailureText(failure, "en")).toContain(`is called docx, and is ${en}.`);
});

test("half of a Word file is told as damage, and an archive in the place of a PDF as an archive", () => {
  const facts = { named: "docx", found: "application/zip" };
  expect(toReadFailureText({ code: "disguised", facts }, "zh-CN")).toContain("文件已损坏");
  expect(toReadFailureText({ code: "disguised", facts }, "en")).toContain("damaged");
  expect(toReadFailureText({ code: "disguised", facts: { ...facts, named: "pdf" } }, "en")).toContain(
    "and is an archive.",
  );
});
