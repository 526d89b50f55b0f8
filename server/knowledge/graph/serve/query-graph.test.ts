import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InlineCalls } from "#flows/kernel/protocol.ts";
import { findNumber, isAsWanted } from "./compare.ts";
import { findEntities } from "./find-entities.ts";
import { indexNames, type LoadedEntity, type LoadedFact, type LoadedGraph } from "./loaded-graph.ts";
import { queryGraph } from "./query-graph.ts";

const NOON = Date.parse("2026-11-27T04:00:00Z");

type Said = readonly [subject: string, predicate: string, value: string];

/** Things by name; a value that is the name of a thing is a relation to it. */
function draw(
  things: Readonly<Record<string, Partial<LoadedEntity>>>,
  said: readonly Said[],
  document: LoadedFact["document"] = null,
): LoadedGraph {
  const entities = new Map(
    Object.entries(things).map(([name, given]) => [
      name,
      { id: name, type: "型号", types: [given.type ?? "型号"], name, aliases: [], ...given },
    ]),
  );
  const facts = new Map<string, LoadedFact[]>();
  for (const [at, [subjectId, predicate, value]] of said.entries())
    facts.set(subjectId, [
      ...(facts.get(subjectId) ?? []),
      {
        ...{ id: `f${at}`, subjectId, predicate, value, objectId: entities.has(value) ? value : null },
        ...{ document, passageId: document === null ? null : "p", titlePath: ["价格"], quote: value },
        place: document === null ? null : { chars: [0, 1] },
      },
    ]);
  return { baseId: "b", workspaceId: "w", rev: 1, entities, facts, names: indexNames(entities.values()) };
}

const SHOP = draw(
  {
    "AX-200": { aliases: ["小黑"] },
    "AX-200 Pro": {},
    "AX-300": {},
    "F-01": { type: "滤芯" },
    咖啡机: { type: "品类" },
  },
  [
    ["AX-200", "价格", "999 元"],
    ["AX-200", "颜色", "黑"],
    ["AX-200", "适用滤芯", "F-01"],
    ["AX-200", "属于", "咖啡机"],
    ["AX-200 Pro", "价格", "1,599 元"],
    ["AX-300", "价格", "约 0.2 万元"],
    ["F-01", "价格", "59 元"],
  ],
);

type Query = InlineCalls["query-graph"]["input"];

const query = (given: Partial<Query>, graph = SHOP) =>
  queryGraph(
    [graph],
    { bases: ["b"], ask: "facts", text: "", path: [], filters: [], limit: 10, ...given },
    NOON,
  );
const ask = (text: string, given: Partial<Query> = {}, graph = SHOP) =>
  query({ text, ...given }, graph).facts.map(
    ({ entity, predicate, value }) => `${entity} ${predicate} ${value}`,
  );

describe("things are found in what customers say", () => {
  const find = (text: string) => findEntities(SHOP, text).map(({ name }) => name);

  test.each([
    ["AX-200 多少钱", ["AX-200"]],
    ["ａｘ－２００多少钱", ["AX-200"]],
    ["ax200 多少钱", ["AX-200"]],
    ["AX 200 和 ax300 的价格", ["AX-200", "AX-300"]],
    ["AX-200 Pro 呢", ["AX-200 Pro"]],
    ["小黑怎么样", ["AX-200"]],
    ["我的咖啡機坏了", ["咖啡机"]],
    ["AX-2001 有吗", []],
    ["MAX-200", []],
    ["今天天气", []],
    ["", []],
  ])("%s", (text, names) => {
    expect(find(text).sort()).toEqual([...names].sort());
  });

  test("a name is found wherever it stands, and never in the middle of a Latin word", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (before, after) => {
        expect(find(`${before}，AX-300，${after}`)).toContain("AX-300");
        expect(find(`x${"ax300"}y`)).not.toContain("AX-300");
      }),
    );
  });
});

describe("facts of a thing", () => {
  test("are those that its author asks for, or the customer, or all", () => {
    expect(ask("AX-200", { path: ["价格"] })).toEqual(["AX-200 价格 999 元"]);
    expect(ask("AX-200 有什么颜色")).toEqual(["AX-200 颜色 黑"]);
    expect(ask("AX-200")).toHaveLength(4);
    expect(ask("AX-200", { limit: 2 })).toHaveLength(2);
    expect(ask("AX-200", { path: ["产地"] })).toEqual([]);
  });

  test("lead on to other things", () => {
    expect(ask("小黑的滤芯多少钱", { path: ["适用滤芯", "价格"] })).toEqual(["F-01 价格 59 元"]);
    expect(ask("AX-200", { path: ["颜色", "价格"] })).toEqual([]);
  });

  test("are of one type where that is asked for, and of what meets the filters", () => {
    expect(ask("AX-200 和 F-01 的价格", { entityType: "滤芯" })).toEqual(["F-01 价格 59 元"]);
    const filters = [{ attribute: "价格", is: "below" as const, value: "1000" }];
    expect(ask("AX-200 和 AX-300 的价格", { filters })).toEqual(["AX-200 价格 999 元"]);
  });
});

describe("a relation that is followed backward", () => {
  const back = (relation: string) => ({ relation, isBackward: true as const });
  const SUITED = draw({ "AX-200": {}, "AX-300": {}, "F-01": { type: "滤芯" }, 套餐: { type: "套餐" } }, [
    ["AX-200", "适用滤芯", "F-01"],
    ["AX-300", "适用滤芯", "F-01"],
    ["套餐", "包含", "F-01"],
    ["AX-300", "价格", "1299 元"],
    ["F-01", "价格", "59 元"],
  ]);

  test("leads to the things that have it, and names them as values", () => {
    const { facts } = query({ text: "F-01 配哪些机器", path: [back("适用滤芯")] }, SUITED);
    expect(facts).toMatchObject([
      { entity: "F-01", predicate: "适用滤芯", value: "AX-200", isBackward: true },
      { entity: "F-01", predicate: "适用滤芯", value: "AX-300", isBackward: true },
    ]);
    expect(ask("AX-200", { path: [back("适用滤芯")] }, SUITED)).toEqual([]);
  });

  test("leads on from there, and back again", () => {
    expect(ask("F-01", { path: [back("适用滤芯"), "价格"] }, SUITED)).toEqual(["AX-300 价格 1299 元"]);
    expect(ask("AX-200", { path: ["适用滤芯", back("适用滤芯")] }, SUITED)).toEqual([
      "F-01 适用滤芯 AX-200",
      "F-01 适用滤芯 AX-300",
    ]);
  });

  test("without a name is the one that the customer names, or any", () => {
    expect(ask("F-01 是谁的适用滤芯", { path: [back("")] }, SUITED)).toHaveLength(2);
    expect(ask("F-01", { path: [back("")] }, SUITED)).toHaveLength(3);
  });
});

test("what two sources say is said once, and so is what two conditions are about", () => {
  const twice = draw({ "AX-200": {} }, [
    ["AX-200", "价格", "999 元"],
    ["AX-200", "价 格", "999 元"],
    ["AX-200", "价格", "899 元"],
  ]);
  expect(ask("AX-200", { path: ["价格"] }, twice)).toEqual(["AX-200 价格 999 元", "AX-200 价格 899 元"]);
  const between = [
    { attribute: "价格", is: "at-least" as const, value: "500" },
    { attribute: "价格", is: "at-most" as const, value: "1000" },
  ];
  expect(query({ ask: "entities", filters: between }).facts.map(({ value }) => value)).toEqual(["999 元"]);
});

test("a thing on the other side is known by any of its names, and each of its types is asked for", () => {
  const named = draw({ "AX-200": {}, "F-01": { types: ["滤芯", "配件"], aliases: ["小圆芯"] } }, [
    ["AX-200", "适用滤芯", "F-01"],
    ["F-01", "价格", "59 元"],
  ]);
  const list = (is: "is" | "is-not", value: string) =>
    query({ ask: "entities", filters: [{ attribute: "适用滤芯", is, value }] }, named).entities;
  expect(list("is", "小圆芯")).toHaveLength(1);
  expect(list("is-not", "小圆芯")).toEqual([]);
  expect(ask("小圆芯的价格", { entityType: "配件" }, named)).toEqual(["F-01 价格 59 元"]);
});

test("things are listed that meet every filter, with what was compared", () => {
  const list = (...filters: Query["filters"]) => query({ ask: "entities", entityType: "型号", filters });
  const cheap = { attribute: "价格", is: "at-most" as const, value: "1599" };
  expect(list(cheap).entities.map(({ name }) => name)).toEqual(["AX-200", "AX-200 Pro"]);
  expect(list(cheap).facts.map(({ value }) => value)).toEqual(["999 元", "1,599 元"]);
  expect(list(cheap, { attribute: "颜色", is: "is", value: "黑" }).entities).toHaveLength(1);
  expect(list({ attribute: "属于", is: "is", value: "咖啡机" }).entities).toMatchObject([{ name: "AX-200" }]);
  expect(list({ attribute: "产地", is: "is-not", value: "苏州" }).entities).toEqual([]);
});

describe("customers are told nothing", () => {
  const of = (given: Partial<NonNullable<LoadedFact["document"]>>) =>
    draw({ "AX-200": {} }, [["AX-200", "价格", "999 元"]], {
      ...{ id: "d", name: "价格.csv", dataClass: "general", validFrom: null, validUntil: null },
      ...given,
    });
  test.each([
    ["of core data", { dataClass: "core" as const }],
    ["that is not valid yet", { validFrom: "2026-11-28" }],
    ["that is not valid any more", { validUntil: "2026-11-26" }],
  ])("%s", (_name, given) => {
    expect(ask("AX-200", {}, of(given))).toEqual([]);
    expect(query({ ask: "entities" }, of(given)).entities).toEqual([]);
  });

  test("but what is valid today, with its place", () => {
    const { facts } = query({ text: "AX-200" }, of({ validFrom: "2026-11-27", validUntil: "2026-11-27" }));
    expect(facts).toMatchObject([{ title: "价格 › 价格", source: { documentId: "d", passageId: "p" } }]);
  });
});

test.each([
  ["1,299.50 元", 1299.5],
  ["约 1.2 万元", 12_000],
  ["２００", 200],
  ["-5 ℃", -5],
  ["10k", 10_000],
  ["2 kg", 2],
  ["AX200", null],
  ["黑", null],
])("the number of %s", (text, number) => {
  expect(findNumber(text)).toBe(number);
});

test("values are compared as people mean it", () => {
  expect(isAsWanted("999 元", "is", "999")).toBe(true);
  expect(isAsWanted("999 元", "is", "999 件")).toBe(false);
  expect(isAsWanted("黑色", "contains", "黑")).toBe(true);
  expect(isAsWanted("黑色", "below", "999")).toBe(false);
  expect(isAsWanted("Black", "is", "ＢＬＡＣＫ")).toBe(true);
});
