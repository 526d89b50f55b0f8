import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../reading/block.ts";
import { cutPassages } from "./cut-passages.ts";

const text = (value: string, page?: number): Block => ({
  type: "text",
  text: value,
  ...(page ? { page } : {}),
});
const heading = (level: number, value: string): Block => ({ type: "heading", level, text: value });

test("a passage carries the headings above it and never crosses one", () => {
  const passages = cutPassages([
    heading(0, "售后手册"),
    heading(1, "售后手册"),
    heading(2, "退货"),
    text("七天内可退。"),
    heading(2, "换货"),
    text("十五天内可换。"),
    heading(1, "Delivery"),
    text("Two days."),
  ]);
  expect(passages.map(({ titlePath, text: said }) => [...titlePath, said].join(" › "))).toEqual([
    "售后手册 › 退货 › 七天内可退。",
    "售后手册 › 换货 › 十五天内可换。",
    "售后手册 › Delivery › Two days.",
  ]);
});

test("long text is cut at the ends of sentences, to about 350 characters", () => {
  const sentence = (place: number) =>
    `第${place}条规定：商品签收后如果发现质量问题，请在规定时间内联系客服处理，逾期不再受理。`;
  const passages = cutPassages([text(Array.from({ length: 60 }, (_, place) => sentence(place)).join(""))]);
  for (const passage of passages) {
    expect(passage.text).toMatch(/^第.*。$/);
    expect(passage.text.length).toBeLessThanOrEqual(450);
  }
  const mean = passages.reduce((sum, passage) => sum + passage.text.length, 0) / passages.length;
  expect(mean).toBeGreaterThan(300);
});

test("numbers and abbreviations end no English sentence", () => {
  const long = "The fee is 3.50 dollars per item, e.g. for a filter. ".repeat(20);
  for (const { text: said } of cutPassages([text(long)])) expect(said).toMatch(/^The fee.*filter\.$/);
});

test("every row of a table says the names of its columns, and a passage the rows that it holds", () => {
  const header = ["型号", "价格", ""];
  const rows = Array.from(
    { length: 40 },
    (_, place): Block => ({
      type: "row",
      header,
      cells: [`AX-${place}`, "", "现货"],
      row: place + 2,
      sheet: "价格表",
    }),
  );
  const passages = cutPassages([heading(1, "附录"), ...rows]);
  expect(passages[0]?.text.split("\n")[0]).toBe("型号: AX-0; 现货");
  expect(passages[0]).toMatchObject({ titlePath: ["附录", "价格表"], place: { sheet: "价格表" } });
  expect(passages.flatMap(({ place }) => place.rows ?? []).at(-1)).toBe(41);
});

test("a passage over two pages says both", () => {
  const passages = cutPassages([text("第一页的话。", 1), text("第二页的话。", 2)]);
  expect(passages).toMatchObject([{ text: "第一页的话。\n第二页的话。", place: { pages: [1, 2] } }]);
});

test("keys depend on what is said and not on what stands around it", () => {
  const tail = [heading(1, "退货"), text("七天内可退。")];
  const before = cutPassages(tail);
  const after = cutPassages([heading(1, "新的一章"), text("新的内容。"), ...tail]);
  expect(after.at(-1)?.key).toBe(before[0]?.key);
});

test("nothing is lost, nothing is longer than it may be, and no key is used twice", () => {
  const word = fc.constantFrom(
    "退货",
    "。",
    "filter ",
    "AX-200/7",
    "\n",
    "，",
    "😀",
    "x".repeat(300),
    "3.5 ",
  );
  const said = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(""));
  const block: fc.Arbitrary<Block> = fc.oneof(
    said.map((value) => text(value)),
    fc
      .record({ level: fc.integer({ min: 0, max: 6 }), text: said })
      .map((value) => ({ type: "heading" as const, ...value })),
    fc
      .array(said, { minLength: 1, maxLength: 4 })
      .map((cells) => ({ type: "row" as const, header: ["a", "b"], cells, row: 2 })),
  );
  const squeeze = (value: string) => value.replace(/\s/g, "");
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const passages = cutPassages(blocks);
      expect(new Set(passages.map(({ key }) => key)).size).toBe(passages.length);
      for (const passage of passages) expect(passage.text.length).toBeLessThanOrEqual(460);
      const all = squeeze(passages.map((passage) => passage.text).join(""));
      for (const one of blocks) if (one.type === "text") expect(all).toContain(squeeze(one.text));
    }),
  );
});

test("marks within a cell do not divide it, and a table below a sentence says its rows", () => {
  const header = ["型号", "颜色"];
  const [passage] = cutPassages([
    text("现货如下。"),
    { type: "row", header, cells: ["AX-200", "黑; 白"], row: 2 },
  ]);
  expect(passage).toMatchObject({ text: "现货如下。\n型号: AX-200; 颜色: 黑; 白", place: { rows: [2, 2] } });
});
