import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { createResolver } from "#flows/testing/resolve-expected.ts";
import { batchMessages } from "./batch-messages.ts";
import { chooseRows, guessMapping, readRows } from "./map-columns.ts";
import { readSheet } from "./read-sheet.ts";
import { toSampleSheet } from "./to-sample-sheet.ts";
import { toCsv, toSafeCell, toXlsx } from "./to-table-file.ts";

const file = (content: BlobPart, name = "questions.csv") => new File([content], name);
const read = async (content: BlobPart, name?: string) => {
  const result = await readSheet(file(content, name));
  return result.ok ? result.sheet : result.problem;
};

describe("a spreadsheet is read", () => {
  test("from CSV in the encodings that Excel writes in China and elsewhere", async () => {
    const wanted = [
      ["问题", "预期意图"],
      ["怎么退货", "退货"],
    ];
    const text = "问题,预期意图\n怎么退货,退货\n";
    expect(await read(text)).toEqual(wanted);
    expect(await read(`\uFEFF${text}`)).toEqual(wanted);
    const gbk = new Uint8Array([
      ...[0xce, 0xca, 0xcc, 0xe2, 0x2c, 0xd4, 0xa4, 0xc6, 0xda, 0xd2, 0xe2, 0xcd, 0xbc, 0x0a],
      ...[0xd4, 0xf5, 0xc3, 0xb4, 0xcd, 0xcb, 0xbb, 0xf5, 0x2c, 0xcd, 0xcb, 0xbb, 0xf5, 0x0a],
    ]);
    expect(await read(gbk)).toEqual(wanted);
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
    expect(await read(utf16)).toEqual(wanted);
  });

  test("with commas, quotes and lines within cells, and with other separators", async () => {
    expect(await read('问题\n"他说""退""，\n要怎么退"\n')).toEqual([["问题"], ['他说"退"，\n要怎么退']]);
    expect(await read("question;intent\nreturn it;returns\n")).toEqual([
      ["question", "intent"],
      ["return it", "returns"],
    ]);
  });

  test("from XLSX, with what formulas and numbers show", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("一");
    sheet.addRow(["问题", null, "预期意图"]);
    sheet.addRow([
      { richText: [{ text: "怎么" }, { text: "退货" }] },
      null,
      { formula: "A1", result: "退货" },
    ]);
    sheet.addRow([12345, null, null]);
    const bytes = await workbook.xlsx.writeBuffer();
    expect(await read(bytes, "q.xlsx")).toEqual([
      ["问题", "", "预期意图"],
      ["怎么退货", "", "退货"],
      ["12345"],
    ]);
  });

  test("or refused with the reason", async () => {
    expect(await read("  \n ,, \n")).toBe("empty");
    expect(await read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0]), "old.xls")).toBe("unknown_format");
    expect(await read(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), "broken.xlsx")).toBe("unreadable");
    expect(await read(new Uint8Array(10 * 1024 * 1024 + 1))).toBe("too_large");
  });
});

const bundle = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start" },
      wish: {
        kind: "intent",
        title: "想做什么",
        config: { intents: [{ id: "return", name: { "zh-CN": "退货", en: "Return" }, examples: ["退"] }] },
      },
    },
  }),
);

describe("columns become questions", () => {
  const resolve = createResolver(bundle);

  test("by their headings, in either language; a bare list is a list of questions", () => {
    expect(guessMapping([["预期意图", "问题", "预期回复"]])).toEqual({
      hasHeading: true,
      mapping: { question: 1, intent: 0, faq: null, node: null, text: 2, history: null, variables: null },
    });
    expect(guessMapping([["Question", "Expected intent"]]).mapping).toMatchObject({ question: 0, intent: 1 });
    expect(guessMapping([["怎么退货"], ["发票呢"]])).toMatchObject({
      hasHeading: false,
      mapping: { question: 0 },
    });
  });

  test("each row with what is wrong with it, and only the good ones are asked", () => {
    const sheet = [
      ["问题", "预期意图", "预期节点"],
      ["怎么退货", "RETURN", ""],
      ["随便说说", "无", "想做什么"],
      ["", "退货", ""],
      ["发票呢", "开发票", ""],
      ["长".repeat(2_001), "", ""],
    ];
    const rows = readRows(sheet, { ...guessMapping(sheet), resolve, variables: [] });
    expect(rows.map(({ line, problem }) => [line, problem?.type ?? null])).toEqual([
      [2, null],
      [3, null],
      [4, "no-question"],
      [5, "unknown"],
      [6, "too-long"],
    ]);
    expect(chooseRows(rows)).toMatchObject({
      skipped: 3,
      isTooMany: false,
      rows: [{ question: "怎么退货" }, {}],
    });
  });

  test("with what was said before and what variables hold, each bad variable named in its row", () => {
    const { variables } = bundleSchema.parse({
      flow: {
        ...{ schema: 1, nodes: [], edges: [] },
        variables: [
          { name: "会员", type: "boolean" },
          { name: "points", type: "number" },
        ],
      },
    }).flow;
    const sheet = [
      ["问题", "之前说过的话", "变量"],
      ["怎么退货", "你好\n我买了茶", "会员=是; points=12"],
      ["怎么退货", "", '{"会员": false}'],
      ["怎么退货", "", "points=很多"],
      ["怎么退货", "", "level=3"],
      ["怎么退货", "", "随便"],
    ];
    const rows = readRows(sheet, { ...guessMapping(sheet), resolve, variables });
    expect(chooseRows(rows).rows).toEqual([
      { question: "怎么退货", history: ["你好", "我买了茶"], variables: { 会员: true, points: 12 } },
      { question: "怎么退货", variables: { 会员: false } },
    ]);
    expect(rows.flatMap(({ problem }) => problem ?? [])).toEqual([
      { type: "wrong-value", name: "points" },
      { type: "unknown-variable", name: "level" },
      { type: "unreadable", name: "随便" },
    ]);
  });

  test("at most 5,000 at once", () => {
    const sheet = Array.from({ length: 5_001 }, (_, index) => [`第 ${index} 问`]);
    const choice = chooseRows(readRows(sheet, { ...guessMapping(sheet), resolve, variables: [] }));
    expect(choice.rows).toHaveLength(5_000);
    expect(choice.isTooMany).toBe(true);
  });
});

describe("what is exported", () => {
  test.each(["zh-CN", "en"] as const)("as an example, this bot can be asked right away (%s)", (locale) => {
    const bot = bundleSchema.parse({
      ...bundle,
      flow: { ...bundle.flow, variables: [{ name: "name", type: "text" }] },
    });
    const texts = batchMessages[locale];
    // as: the example has texts only.
    const sheet = toSampleSheet(bot, { locale, texts }) as string[][];
    const { mapping, hasHeading } = guessMapping(sheet);
    const { variables } = bot.flow;
    const rows = readRows(sheet, { mapping, hasHeading, variables, resolve: createResolver(bot) });
    expect(rows.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(rows.map(({ row }) => row)).toMatchObject([
      { question: "退", intent: texts === batchMessages.en ? "Return" : "退货" },
      { history: [texts.sample.orderTalk], variables: { name: texts.sample.text } },
      { intent: texts.sample.none },
    ]);
  });

  test("runs no formula in a spreadsheet", () => {
    for (const evil of ["=1+1", "+86", "-2", "@SUM(A1)", "\t=1", " =HYPERLINK()", "＝1+1"]) {
      expect(toSafeCell(evil)).toBe(`'${evil}`);
    }
    expect([toSafeCell("怎么退货"), toSafeCell(-2)]).toEqual(["怎么退货", -2]);
  });

  test("can be read again, as CSV and as XLSX", async () => {
    const table = [
      ["问题", "回复"],
      ['他说"退"', "第一行\n第二行"],
      ["=1+1", "好"],
    ];
    const wanted = [table[0], table[1], ["'=1+1", "好"]];
    expect(await read(toCsv(table))).toEqual(wanted);
    expect(await read(await toXlsx([{ name: "一", table }]), "r.xlsx")).toEqual(wanted);
  });
});
