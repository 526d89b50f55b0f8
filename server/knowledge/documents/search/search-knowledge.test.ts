import { describe, expect, test } from "vitest";
import { SEARCH_LAYERS } from "#flows/knowledge/search-layer.ts";
import { buildPassageIndex } from "../../retrieval/passage-index.ts";
import { toOrigin } from "./is-wanted.ts";
import {
  type LoadedDocument,
  type LoadedPassage,
  type LoadedPassages,
  toSearchTitle,
} from "./loaded-passages.ts";
import { type KnowledgeSearch, searchKnowledge } from "./search-knowledge.ts";

const NOON = Date.parse("2026-11-27T04:00:00Z");

function shelve(
  documents: readonly Partial<LoadedDocument>[],
  texts: readonly (readonly [document: number, text: string])[],
) {
  const shelved = documents.map(
    (document, place): LoadedDocument => ({
      ...{
        id: `d${place}`,
        name: `文档${place}.pdf`,
        url: null,
        tags: [],
        language: null,
        dataClass: "general",
        layer: "documents",
      },
      ...{ validFrom: null, validUntil: null, ...document },
      origin: toOrigin({ name: document.name ?? "", url: document.url ?? null }),
    }),
  );
  const passages = texts.map(
    ([document, text], place): LoadedPassage => ({
      ...{
        id: `p${place}`,
        documentId: `d${document}`,
        titlePath: [],
        text,
        place: { pages: [3, 3], chars: [0, text.length] },
      },
    }),
  );
  const index = buildPassageIndex(
    passages.map(({ id, documentId, titlePath, text }) => ({
      ...{
        id,
        text,
        title: toSearchTitle(
          shelved.find((one) => one.id === documentId),
          titlePath,
        ),
      },
    })),
  );
  const base: LoadedPassages = {
    ...{ baseId: "b", workspaceId: "w", synonyms: [], synonymsStamp: "", rev: 1, index },
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    documents: new Map(shelved.map((document) => [document.id, document])),
  };
  return base;
}

const ask = (base: LoadedPassages, question: string, options: Partial<KnowledgeSearch> = {}) =>
  searchKnowledge([base], {
    ...{ question, limit: 3, layers: SEARCH_LAYERS, tags: [], at: NOON, isForCustomers: true },
    ...options,
  });

const RETURN =
  "商品签收后七天内可以申请退货，商品需保持完好。退货运费由买家承担，质量问题除外。退款在收到商品后三个工作日内原路退回。生鲜商品不支持退货。";

describe("an answer", () => {
  test("is the sentences that say what was asked, word for word", () => {
    const base = shelve(
      [{}],
      [
        [0, RETURN],
        [0, "满 99 元包邮，偏远地区除外。"],
      ],
    );
    const [hit] = ask(base, "退货的运费谁承担");
    expect(hit).toMatchObject({ passageId: "p0", title: "文档0", place: { pages: [3, 3] } });
    expect(hit?.answer).toContain("退货运费由买家承担，质量问题除外。");
    for (const sentence of hit?.answer.split("… ") ?? []) expect(RETURN).toContain(sentence.trim());
  });

  test("from a table is the row that was asked for", () => {
    const rows = Array.from(
      { length: 10 },
      (_, place) => `型号: AX-${place}00; 价格: ${place}99 元; 保修: ${place} 年`,
    );
    const [hit] = ask(shelve([{}], [[0, rows.join("\n")]]), "AX-500 多少钱");
    expect(hit).toMatchObject({ answer: "型号: AX-500; 价格: 599 元; 保修: 5 年", matchesCode: true });
  });
});

describe("what customers are told", () => {
  const base = shelve(
    [
      { tags: ["退货"] },
      { dataClass: "core" },
      { validFrom: "2026-12-01" },
      { validUntil: "2026-11-26" },
      { validFrom: "2026-11-27", validUntil: "2026-11-27" },
    ],
    [
      [0, "退货请联系客服，编号一。"],
      [1, "退货请联系客服，编号二。"],
      [2, "退货请联系客服，编号三。"],
      [3, "退货请联系客服，编号四。"],
      [4, "退货请联系客服，编号五。"],
    ],
  );
  const documents = (options: Partial<KnowledgeSearch>) =>
    ask(base, "退货怎么联系客服", { limit: 10, ...options })
      .map(({ documentId }) => documentId)
      .sort();

  test("is neither core data nor what is not valid today", () => {
    expect(documents({})).toEqual(["d0", "d4"]);
  });

  test("is narrowed by tags", () => {
    expect(documents({ tags: ["退货", "换货"] })).toEqual(["d0"]);
    expect(documents({ tags: ["换货"] })).toEqual([]);
  });

  test("is narrowed by language, class and source of documents, and never by what is not known", () => {
    const shelf = shelve(
      [
        { language: "zh-CN", name: "价格表 2026.xlsx", dataClass: "important" },
        { language: "en", url: "https://shop.example/help/returns", name: "Returns" },
        { language: null, name: "价格表.csv" },
        { layer: "cases", language: null, name: "丢了包装还想退货" },
      ],
      [
        [0, "退货请联系客服，编号一。"],
        [1, "退货请联系客服，编号二。"],
        [2, "退货请联系客服，编号三。"],
        [3, "退货请联系客服，编号四。"],
      ],
    );
    const only = (filter: KnowledgeSearch["only"], options: Partial<KnowledgeSearch> = {}) =>
      ask(shelf, "退货怎么联系客服", { limit: 10, only: filter ?? {}, ...options })
        .map(({ documentId }) => documentId)
        .sort();
    expect(only({})).toHaveLength(4);
    expect(only({ language: "zh-CN" })).toEqual(["d0", "d2", "d3"]);
    expect(only({ language: "en" })).toEqual(["d1", "d2", "d3"]);
    expect(only({ dataClasses: ["important"] })).toEqual(["d0", "d3"]);
    expect(only({ dataClasses: ["general"] })).toEqual(["d1", "d2", "d3"]);
    expect(only({ sources: ["价格 表"] })).toEqual(["d0", "d2", "d3"]);
    expect(only({ sources: ["/HELP/"] })).toEqual(["d1", "d3"]);
    expect(only({ sources: ["/价格表/", " "] })).toEqual(["d3"]);
    expect(only({ sources: ["价格表"], language: "en" })).toEqual(["d2", "d3"]);
    expect(only({ sources: ["合同"] }, { layers: ["documents"] })).toEqual([]);
  });

  test("is never core data, whatever class is asked for", () => {
    const core = shelve([{ dataClass: "core" }], [[0, "退货请联系客服，编号一。"]]);
    // as: no flow can say so; one that was tampered with must not get it either.
    const asked = { dataClasses: ["core"] as unknown as readonly ["general"] };
    expect(ask(core, "退货怎么联系客服", { only: asked })).toEqual([]);
  });

  test("is less than what operators see when they try a question", () => {
    expect(documents({ isForCustomers: false })).toHaveLength(5);
  });

  test("begins and ends with the day in China, where the shops are", () => {
    expect(documents({ at: Date.parse("2026-11-26T16:30:00Z") })).toEqual(["d0", "d4"]);
    expect(documents({ at: Date.parse("2026-11-27T16:30:00Z") })).toEqual(["d0"]);
  });
});
