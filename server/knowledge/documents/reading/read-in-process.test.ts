import { expect, test } from "vitest";
import { makeDocx, makePdf, makeXlsx, w } from "../fixtures/make-files.ts";
import { readInProcess } from "./read-in-process.ts";

const never = new AbortController().signal;

function read(
  name: string,
  bytes: Buffer,
  options: { readonly wallMs?: number; readonly heapMegabytes?: number; readonly signal?: AbortSignal } = {},
) {
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += 64 * 1024) yield bytes.subarray(from, from + 64 * 1024);
  }
  return readInProcess({
    order: { name, mediaType: null, size: bytes.length },
    pieces: pieces(),
    signal: never,
    onProgress: () => {},
    ...options,
  });
}

test("documents of every library are read by the process with its limits", async () => {
  const pdf = await read("手册.pdf", makePdf([[{ text: "退货须知", size: 20 }, { text: "七天内可退。" }]]));
  expect(pdf).toMatchObject({
    mediaType: "application/pdf",
    language: "zh-CN",
    passages: [{ titlePath: ["退货须知"], text: "七天内可退。", place: { pages: [1, 1] } }],
  });
  const docx = await read("a.docx", makeDocx(w("Returns within seven days.")));
  expect(docx).toMatchObject({
    language: "en",
    passages: [{ text: "Returns within seven days." }],
  });
  const xlsx = await read("a.xlsx", await makeXlsx({ 价格: [["型号"], ["AX-200"]] }));
  expect(xlsx.passages[0]?.text).toBe("型号: AX-200");
  expect((await read("a.csv", Buffer.from("型号,价格\nAX-200,99"))).passages).toHaveLength(1);
  expect((await read("a.md", Buffer.from("# T\n\ntext"))).passages[0]?.titlePath).toEqual(["T"]);
}, 60_000);

test("what a document has wrong is told by its code", async () => {
  await expect(read("a.pdf", Buffer.from("no PDF"))).rejects.toMatchObject({ code: "disguised" });
  await expect(read("a.txt", Buffer.alloc(0))).rejects.toMatchObject({ code: "empty" });
});

test("a page is read to a depth that no honest page has, and one that is nested to no end is given up at once", async () => {
  const nest = (depth: number) =>
    Buffer.from(`${"<div>".repeat(depth)}七天内可退。${"</div>".repeat(depth)}`);
  expect((await read("a.html", nest(1_000))).passages[0]?.text).toBe("七天内可退。");
  await expect(read("a.html", nest(500_000))).rejects.toMatchObject({
    code: "too_complex",
    facts: { depthMax: 2_000 },
  });
});

test("a reading that takes too long ends, and one that is not wanted any more ends at once", async () => {
  const book = makePdf(Array.from({ length: 500 }, () => [{ text: "七天内可退。" }]));
  await expect(read("a.pdf", book, { wallMs: 50 })).rejects.toMatchObject({
    code: "too_complex",
    facts: { seconds: 0.05 },
  });
  await expect(read("a.pdf", book, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
    name: "TimeoutError",
  });
});

test("a document that fills the memory ends its own process and no other", async () => {
  const text = Buffer.from(
    Array.from({ length: 150_000 }, (_, place) => `第${place}条：七天内可退。\n\n`).join(""),
  );
  await expect(read("a.md", text, { heapMegabytes: 48 })).rejects.toMatchObject({
    code: "too_complex",
    facts: { megabytes: 48 },
  });
}, 60_000);
