import { expect, test } from "vitest";
import { findDuplicates } from "./find-duplicates.ts";
import { proposeMapping } from "./import-fields.ts";
import { fitMapping, readRows } from "./read-rows.ts";
import { toImportRow } from "./to-import-row.ts";

test("columns are known by what people call them, numbered and annotated ones too", () => {
  expect(proposeMapping(["问题", "相似问1", "相似问 2", "答案（必填）", "分类", "备注"])).toEqual([
    ...["question-zh", "similar", "similar", "answer-zh", "category"],
    null,
  ]);
  expect(proposeMapping(["Question", "Answer", "Question", "Valid To"])).toEqual([
    ...["question-zh", "answer-zh"],
    null,
    "valid-to",
  ]);
});

test("a person's choice goes before the proposal, cut to the columns that there are", () => {
  const table = { columns: ["甲", "乙"], rows: [] };
  expect(fitMapping(table, ["question-zh", "answer-zh", "tags"])).toEqual(["question-zh", "answer-zh"]);
  expect(fitMapping(table, ["question-zh"])).toEqual(["question-zh", null]);
});

test("a line becomes an entry: phrasings split, dates read as days in China, classes by their names", () => {
  const mapping = proposeMapping(["问题", "相似问", "答案", "分类", "失效时间", "数据分级", "标签"]);
  const cells = [
    "怎么退货",
    "如何退货\n我要退货；退掉\n怎么退货",
    "七天内可退。\n请保留吊牌。",
    "售后/退货",
    "2027年1月2日",
    "重要",
    "常见;退货",
  ];
  expect(toImportRow({ row: 2, cells }, mapping)).toMatchObject({
    errors: [],
    category: ["售后", "退货"],
    content: {
      question: { "zh-CN": "怎么退货" },
      similar: ["如何退货", "我要退货；退掉"],
      answers: [{ locale: "zh-CN", text: "七天内可退。\n请保留吊牌。" }],
      validTo: "2027-01-01T16:00:00.000Z",
      dataClass: "important",
      tags: ["常见", "退货"],
    },
  });
});

test("everything that is wrong with a line is named at once, with its field", () => {
  const mapping = proposeMapping(["问题", "答案", "失效时间", "复核周期", "数据分级"]);
  const cells = ["", "好", "下周", "-3", "绝密"];
  expect(toImportRow({ row: 9, cells }, mapping)).toMatchObject({
    row: 9,
    content: null,
    errors: [
      { code: "no_question", field: "question-zh" },
      { code: "bad_date", field: "valid-to" },
      { code: "bad_number", field: "review-every-days" },
      { code: "bad_data_class", field: "data-class" },
    ],
  });
  const long = toImportRow({ row: 1, cells: ["长".repeat(501)] }, ["question-zh"]);
  expect(long.errors).toEqual([{ code: "too_long", field: "question-zh" }]);
});

test("headings with what stands under them are questions in their category", () => {
  const blocks = [
    { type: "heading", level: 1, text: "售后" },
    { type: "heading", level: 2, text: "怎么退货" },
    { type: "text", text: "七天内可退。" },
    { type: "text", text: "请保留吊牌。" },
    { type: "heading", level: 2, text: "怎么换货" },
    { type: "text", text: "联系客服。" },
  ] as const;
  expect(readRows(blocks).rows.map(({ cells }) => cells)).toEqual([
    ["怎么退货", "七天内可退。\n请保留吊牌。", "售后"],
    ["怎么换货", "联系客服。", "售后"],
  ]);
});

test("a log of talks gives the last question before each answer", () => {
  const text = [
    ...[
      "[2026-11-01 10:00:03] 客户：在吗",
      "[2026-11-01 10:00:09] 客户：怎么退货",
      "客服001：七天内可退。",
      "请保留吊牌。",
    ],
    ...["访客: 谢谢", "Q: How long is delivery?", "A: Two days."],
  ].join("\n");
  expect(readRows([{ type: "text", text }]).rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
    ["怎么退货", "七天内可退。\n请保留吊牌。"],
    ["How long is delivery?", "Two days."],
  ]);
});

test("a log with the names of those who talk, in front of what they say or above it, is a log too", () => {
  const read = (lines: readonly string[]) =>
    readRows([{ type: "text", text: lines.join("\n") }]).rows.map(({ cells }) => cells.slice(0, 2));
  expect(
    read([
      "2026-11-01 10:00:01 客户小王：怎么改地址",
      "2026-11-01 10:00:20 客服-小美：发货前可以在订单里改。",
      "客服电话：400-820-8820",
      "2026-11-01 10:01:00 客户小王：发货了呢",
      "2026-11-01 10:01:30 客服-小美：请联系快递改派。",
    ]),
  ).toEqual([
    ["怎么改地址", "发货前可以在订单里改。\n客服电话：400-820-8820"],
    ["发货了呢", "请联系快递改派。"],
  ]);
  expect(
    read([
      ...["买家小王 2026-11-01 10:00:01", "怎么改地址", ""],
      ...["客服小美 2026-11-01 10:00:20", "发货前可以改。", "改完告诉我。"],
    ]),
  ).toEqual([["怎么改地址", "发货前可以改。\n改完告诉我。"]]);
});

test("what was said in a talk is masked before anybody keeps it, what was written as an answer is not", () => {
  const text = [
    ...["顾客: 我的电话 13812345678 帮我约一下", "客服: 好的，13812345678 已经约了。"],
    ...["问：怎么找经理", "答：请打 13900001111。"],
  ].join("\n");
  expect(readRows([{ type: "text", text }]).rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
    ["我的电话 13*******78 帮我约一下", "好的，13*******78 已经约了。"],
    ["怎么找经理", "请打 13900001111。"],
  ]);
});

test.each([
  ["问：预约", "客服：好的，13812345678 已经约了。"],
  ["Q: Book me in", "agent: Done for 13812345678."],
  ["顾客：预约", "答：好的，13812345678 已经约了。"],
  ["2026-11-01 10:00:01 问：预约", "答：好的，13812345678 已经约了。"],
  ["问：预约", "[2026-11-01 10:00:09] 答：好的，13812345678 已经约了。"],
])("%s / %s is a talk, whichever line shows it", (asked, answered) => {
  const [row] = readRows([{ type: "text", text: `${asked}\n${answered}` }]).rows;
  expect(row?.cells[1]).toContain("13*******78");
});

test("lines that ask what the base or an earlier line asks already are marked, in whatever spelling", () => {
  const rows = ["怎么退货？", "发票怎么开", "發票怎麼開", "运费"].map((question, i) =>
    toImportRow({ row: i + 2, cells: [question] }, ["question-zh"]),
  );
  const known = [{ id: "e1", phrasings: ["怎么退货"] }];
  expect(findDuplicates(rows, known).map(({ duplicate }) => duplicate)).toEqual([
    { type: "in-base", entryId: "e1", text: "怎么退货" },
    null,
    { type: "in-file", row: 3, text: "发票怎么开" },
    null,
  ]);
});
