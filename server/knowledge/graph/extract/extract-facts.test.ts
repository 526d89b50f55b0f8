import fc from "fast-check";
import { expect, test } from "vitest";
import { cutPassages } from "../../documents/passages/cut-passages.ts";
import { createBlockSink } from "../../documents/reading/block.ts";
import { parseMarkdown } from "../../documents/reading/parse-markdown.ts";
import { extractFacts } from "./extract-facts.ts";
import type { FoundFact } from "./fact.ts";
import type { SourcePassage } from "./read-lines.ts";

function read(markdown: string): readonly SourcePassage[] {
  const sink = createBlockSink();
  parseMarkdown(new TextEncoder().encode(markdown), sink);
  return cutPassages(sink.blocks).map(({ titlePath, text, place }, at) => ({
    ...{ id: `p${at}`, titlePath, text, place },
  }));
}

const show = ({ subject, predicate, object }: FoundFact): string =>
  `${subject.type}:${subject.name} | ${predicate} | ${"value" in object ? object.value : `→ ${object.entity.type}:${object.entity.name}`}`;

const triples = (markdown: string, name = "手册.md") =>
  extractFacts(name, read(markdown)).facts.map(show).sort();

function expectSpans(passages: readonly SourcePassage[], facts: readonly FoundFact[]): void {
  const texts = new Map(passages.map(({ id, text }) => [id, text]));
  for (const { passageId, span, quote, object } of facts) {
    const text = texts.get(passageId);
    expect(text).toBeDefined();
    // What stands in a heading has no place in the passage below it.
    if (span[1] === 0) continue;
    expect(text?.slice(...span)).toBe(quote);
    if ("value" in object) expect(object.value).toBe(quote);
  }
}

test("a table with a header row tells of the things that its first column names", () => {
  expect(
    triples(`# 价格表

| 型号 | 价格 | 颜色 | 备注 |
|---|---|---|---|
| AX-200 | 999 元 | 黑; 白 | - |
| AX-300 | 1,299 元 |  | 含税: 13% |
`),
  ).toEqual([
    "型号:AX-200 | 价格 | 999 元",
    "型号:AX-200 | 属于 | → 主题:价格表",
    "型号:AX-200 | 颜色 | 黑; 白",
    "型号:AX-300 | 价格 | 1,299 元",
    "型号:AX-300 | 备注 | 含税: 13%",
    "型号:AX-300 | 属于 | → 主题:价格表",
  ]);
});

test("a cell that names another thing of the document is a relation, also as a list", () => {
  expect(
    triples(`| Model | Fits |
|---|---|
| AX-200 | F-01, F-02 |
| AX-300 | F-02 |

| Filter | Life |
|---|---|
| F-01 | 3 months |
| F-02 | 6 months |
`),
  ).toEqual([
    "Filter:F-01 | Life | 3 months",
    "Filter:F-02 | Life | 6 months",
    "Model:AX-200 | Fits | → Filter:F-01",
    "Model:AX-200 | Fits | → Filter:F-02",
    "Model:AX-300 | Fits | → Filter:F-02",
  ]);
});

test("a table of attributes tells of what its heading or its columns name", () => {
  expect(
    triples(`# 咖啡机

## AX-200

| 参数 | 数值 |
|---|---|
| 功率 | 1200W |
| 水箱 | 1.5L |

## 对比

| 参数 | AX-200 | AX-300 |
|---|---|---|
| 保修 | 1 年 | 2 年 |
`),
  ).toEqual([
    "咖啡机:AX-200 | 功率 | 1200W",
    "咖啡机:AX-200 | 属于 | → 主题:咖啡机",
    "咖啡机:AX-200 | 水箱 | 1.5L",
    "咖啡机:对比 | 属于 | → 主题:咖啡机",
    "对比:AX-200 | 保修 | 1 年",
    "对比:AX-200 | 属于 | → 咖啡机:对比",
    "对比:AX-300 | 保修 | 2 年",
    "对比:AX-300 | 属于 | → 咖啡机:对比",
  ]);
});

test("what stands below a heading like “parameters” is about the thing above it, else about the document", () => {
  const table = "| 参数 | 值 |\n|---|---|\n| 功率 | 12W |\n";
  expect(triples(`# 台灯 X100\n\n## 技术参数\n\n${table}`)).toEqual(["主题:台灯 X100 | 功率 | 12W"]);
  expect(triples(`# 规格\n\n${table}`, "台灯 X100.md")).toEqual(["文档:台灯 X100 | 功率 | 12W"]);
});

test("a column that only counts names nothing", () => {
  expect(
    triples(`| 序号 | 网点 | 电话 |
|---|---|---|
| 1 | 上海徐汇店 | 021-5555 |
| 2 | 北京朝阳店 | 010-6666 |
`).filter((triple) => triple.includes("电话")),
  ).toEqual(["网点:上海徐汇店 | 电话 | 021-5555", "网点:北京朝阳店 | 电话 | 010-6666"]);
});

test("a table of questions and answers is entries, not facts; other tables of the document still are facts", () => {
  const { facts, qaRows } = extractFacts(
    "常见问题.md",
    read(`| 分类 | 客户问题 | 答案 | 标签 |
|---|---|---|---|
| 物流 | 发货要几天 | 下单后 48 小时内发货。${"请放心。".repeat(90)} | 发货 |
| 售后 | 怎么退货 | 七天无理由退货。 | 退货 |
| 售后 |  | 没有问题的一行 |  |

# 价格

| 型号 | 价格 | 备注 |
|---|---|---|
| AX-200 | 999 元 | 有问题请联系客服 |
`),
  );
  expect(qaRows).toBe(2);
  expect(facts.map(show)).toEqual([
    "型号:AX-200 | 价格 | 999 元",
    "型号:AX-200 | 备注 | 有问题请联系客服",
    "型号:AX-200 | 属于 | → 主题:价格",
  ]);
});

test("a table that names a question or an answer alone is a table of facts", () => {
  const table = (a: string, b: string) =>
    `| ${a} | ${b} |\n|---|---|\n| 漏水 | 垫圈老化 |\n| 异响 | 滤网堵塞 |\n`;
  for (const text of [table("问题", "原因"), table("故障", "答复")]) {
    const { facts, qaRows } = extractFacts("故障.md", read(text));
    expect([facts.length, qaRows]).toEqual([2, 0]);
  }
});

test("lines of a name, a colon and a value tell of their heading; prose does not", () => {
  expect(
    triples(`# 门店

## 徐汇店

- 地址：漕溪北路 88 号
- 营业时间：10:00-22:00；停车：地下二层
- 温馨提示：请带好身份证

## 退货

注意：七天内可退。
客服会说：请稍等。
`),
  ).toEqual([
    "门店:徐汇店 | 停车 | 地下二层",
    "门店:徐汇店 | 地址 | 漕溪北路 88 号",
    "门店:徐汇店 | 属于 | → 主题:门店",
    "门店:徐汇店 | 营业时间 | 10:00-22:00",
  ]);
});

test("times, addresses of pages and questions are no definitions", () => {
  expect(
    triples(
      "开门 10:30，关门 22:00\n\nhttps://example.com/a\n\n问：几点开门\n\n答：十点\n\nQ: when\n\nA: at ten",
    ),
  ).toEqual([]);
});

test("a row that was too long for one line, or has no first cell, goes on about the thing before", () => {
  const long = "适".repeat(280);
  expect(
    triples(`| 型号 | 说明 | 补充 |
|---|---|---|
| AX-200 | ${long} | ${"补".repeat(280)} |
|  | 第二句 |  |
`).map((triple) => triple.slice(0, 23)),
  ).toEqual([
    `型号:AX-200 | 补充 | ${"补".repeat(6)}`,
    `型号:AX-200 | 说明 | 第二句`,
    `型号:AX-200 | 说明 | ${"适".repeat(6)}`,
  ]);
});

test("a table below a sentence in the same passage is read as a table", () => {
  const passages = read(
    "价格如下。\n\n| 型号 | 价格 |\n|---|---|\n| AX-200 | 999 元 |\n| AX-300 | 1299 元 |\n",
  );
  expect(passages).toHaveLength(1);
  expect(extractFacts("价格.md", passages).facts.map(show)).toEqual([
    "型号:AX-200 | 价格 | 999 元",
    "型号:AX-300 | 价格 | 1299 元",
  ]);
});

test("the words at the span of a fact are what it says, whatever a table holds", () => {
  const cell = fc.oneof(
    fc.constantFrom("AX-200", "999 元", "a: b", "x; y", "红、黑", "", "-", "𝒜😀", "注: 无"),
    fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => text.replace(/[|\n\r\\]/g, " ")),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.tuple(cell, cell, cell),
      (rows, header) => {
        const blocks = rows.map((cells, at) => ({
          ...{ type: "row" as const, header: header.map((name) => name.trim()), row: at + 2 },
          cells: cells.map((text) => text.trim()),
        }));
        const passages = cutPassages([{ type: "heading", level: 1, text: "表" }, ...blocks]).map(
          ({ titlePath, text, place }, at) => ({ id: `p${at}`, titlePath, text, place }),
        );
        expectSpans(passages, extractFacts("表.csv", passages).facts);
      },
    ),
    { numRuns: 300 },
  );
});

test("the same for lines of any text", () => {
  const line = fc.oneof(
    fc.constantFrom("品牌：小米；重量：2kg。", "- 电话: 021-555", "1) 地址：上海", "没有冒号", "："),
    fc.string({ unit: "grapheme", maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join("\n");
      const passages = [
        { id: "p", titlePath: ["门店"], text, place: { chars: [0, text.length] as [number, number] } },
      ];
      expectSpans(passages, extractFacts("店.txt", passages).facts);
    }),
    { numRuns: 300 },
  );
});
