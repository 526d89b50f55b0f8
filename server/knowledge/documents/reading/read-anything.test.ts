import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeDocx, makePdf, makeXlsx, w, wTable } from "../fixtures/make-files.ts";
import { READ_FAILURES, ReadFailure } from "./read-failure.ts";
import { readInProcess } from "./read-in-process.ts";

/** Whatever bytes come, under whatever name: a reading ends as read or with a code, and leaves nothing behind. */

const RUNS = 25;
const TIME_MS = 15_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jieda-anything-"));
  vi.stubEnv("TMPDIR", folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** `read`, or the code that whoever brought the file is told; any other end fails the test. */
async function read(name: string, bytes: Buffer): Promise<string> {
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += 64 * 1024) yield bytes.subarray(from, from + 64 * 1024);
  }
  try {
    const { passages } = await readInProcess({
      order: { name, mediaType: null, size: bytes.length },
      pieces: pieces(),
      signal: new AbortController().signal,
      onProgress: () => {},
      wallMs: 15_000,
    });
    expect(passages.every(({ text }) => text !== "" && text.length < 10_000)).toBe(true);
    return "read";
  } catch (error) {
    if (error instanceof ReadFailure && READ_FAILURES.includes(error.code)) return error.code;
    throw error;
  }
}

const left = () => readdirSync(folder).filter((name) => name.startsWith("jieda-read-"));

type Source = { readonly name: string; readonly bytes: Buffer };

async function makeSources(): Promise<readonly Source[]> {
  const table = wTable([
    ["型号", "保修"],
    ["AX-200", "两年"],
  ]);
  return [
    {
      name: "a.pdf",
      bytes: makePdf([[{ text: "退货须知", size: 20 }, { text: "七天内可退。" }], [{ text: "Page two." }]]),
    },
    { name: "a.docx", bytes: makeDocx(`${w("退换货", "1")}${w("七天内可退。")}${table}`) },
    {
      name: "a.xlsx",
      bytes: await makeXlsx({
        价格: [
          ["型号", "价格"],
          ["AX-200", "1299"],
        ],
      }),
    },
    {
      name: "a.md",
      bytes: Buffer.from("# 退货\n\n七天内可退。\n\n| 型号 | 保修 |\n| --- | --- |\n| AX | 两年 |\n"),
    },
    {
      name: "a.html",
      bytes: Buffer.from("<h1>退货</h1><p>七天<b>内</b>可退。</p><table><tr><td>AX</td></tr></table>"),
    },
    { name: "a.csv", bytes: Buffer.from("型号,价格\nAX-200,1299\n") },
    { name: "a.txt", bytes: Buffer.from("\ufeff七天内可退。", "utf16le") },
  ];
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
/** What happens to files on their way: cut off, bits that flipped, a stretch lost, said twice or of another file. */
const damage = fc.oneof(
  fc.record({ type: fc.constant("cut" as const), at: share }),
  fc.record({ type: fc.constant("flip" as const), places: fc.array(share, { minLength: 1, maxLength: 30 }) }),
  fc.record({ type: fc.constant("lose" as const), at: share, size: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ type: fc.constant("repeat" as const), at: share, size: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ type: fc.constant("zero" as const), at: share, size: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ type: fc.constant("splice" as const), at: share, other: fc.nat(6) }),
);

type Damage = typeof damage extends fc.Arbitrary<infer One> ? One : never;

function harm(bytes: Buffer, harmed: Damage, sources: readonly Source[]): Buffer {
  if (harmed.type === "flip") {
    const copy = Buffer.from(bytes);
    for (const place of harmed.places) {
      const at = Math.floor(place * (copy.length - 1));
      copy[at] = (copy[at] ?? 0) ^ (1 << (Math.floor(place * 1e6) % 8));
    }
    return copy;
  }
  const at = Math.floor(harmed.at * bytes.length);
  const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (harmed.type) {
    case "cut":
      return before;
    case "lose":
      return Buffer.concat([before, behind.subarray(harmed.size)]);
    case "repeat":
      return Buffer.concat([before, behind.subarray(0, harmed.size), behind]);
    case "zero":
      return Buffer.concat([before, Buffer.alloc(harmed.size), behind.subarray(harmed.size)]);
    case "splice":
      return Buffer.concat([before, sources[harmed.other]?.bytes ?? Buffer.alloc(0)]);
  }
}

test("damaged files are read or refused with a code", async () => {
  const sources = await makeSources();
  const file = fc.record({
    source: fc.nat(sources.length - 1),
    name: fc.nat(sources.length - 1),
    isRenamed: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(file, fc.array(damage, { minLength: 1, maxLength: 3 }), async (chosen, damages) => {
      const { name: ownName, bytes } = sources[chosen.source] ?? { name: "a.txt", bytes: Buffer.alloc(0) };
      const name = chosen.isRenamed ? (sources[chosen.name]?.name ?? ownName) : ownName;
      const harmed = damages.reduce((now, one) => harm(now, one, sources), bytes);
      await read(name, harmed);
      expect(left()).toEqual([]);
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: TIME_MS, markInterruptAsFailure: false },
  );
}, 120_000);

/** 退货须知 in GBK. */
const GBK = Buffer.from([0xcd, 0xcb, 0xbb, 0xf5, 0xd0, 0xeb, 0xd6, 0xaa]);

type Odd = { readonly name: string; readonly ends: readonly string[]; make(): Buffer | Promise<Buffer> };

const ODD: { readonly [what: string]: Odd } = {
  "a text in GBK": { name: "a.txt", ends: ["read"], make: () => GBK },
  "a table in GBK": {
    name: "a.csv",
    ends: ["read"],
    make: () => Buffer.concat([GBK, Buffer.from(",1\n"), GBK, Buffer.from(",2\n")]),
  },
  "UTF-16 that ends within a character": {
    name: "a.txt",
    ends: ["read"],
    make: () => Buffer.from("\ufeff商品签收后七天内可退。", "utf16le").subarray(0, -1),
  },
  "a row of 200,000 columns": {
    name: "a.csv",
    ends: ["too_many_columns"],
    make: () => Buffer.from(`${"列,".repeat(200_000)}\n${"值,".repeat(200_000)}\n`),
  },
  "a line of 5 MB": { name: "a.txt", ends: ["read"], make: () => Buffer.from("退".repeat(1_700_000)) },
  "50,000 open tags": {
    name: "a.html",
    ends: ["read", "no_text", "empty", "corrupt", "too_complex"],
    make: () => Buffer.from("<div>".repeat(50_000)),
  },
  "an archive that unpacks to 200 MB": {
    name: "a.docx",
    ends: ["dangerous_archive", "too_large"],
    make: () => makeDocx(w("七天内可退。"), { "word/media/a.bin": Buffer.alloc(200_000_000) }),
  },
  "nothing but zeros": { name: "a.pdf", ends: ["disguised"], make: () => Buffer.alloc(100_000) },
  "a name without an ending": { name: "a", ends: ["file_type"], make: () => Buffer.from("text") },
};

test.each(Object.entries(ODD))(
  "%s",
  async (_, { name, ends, make }) => {
    expect(ends).toContain(await read(name, await make()));
    expect(left()).toEqual([]);
  },
  60_000,
);
