import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { converse } from "../../kernel/converse.ts";
import { validateBundle } from "../../kernel/validate.ts";
import { nodeRegistry } from "../../nodes/registry.ts";
import type { ForeignImport } from "./finish-draft.ts";
import { readForeign } from "./read-foreign.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures");

function read(name: string): ForeignImport {
  const text = readFileSync(join(FIXTURES, name), "utf8");
  const result = readForeign(name.endsWith(".yml") ? parse(text) : JSON.parse(text), "zh-CN");
  if (result.type !== "read") throw new Error(`${name} was ${result.type}`);
  return result.file;
}

const errors = ({ bundle }: ForeignImport) =>
  validateBundle(bundle, nodeRegistry)
    .filter(({ severity }) => severity === "error")
    .map(({ code, nodeId }) => `${code} ${nodeId}`);

const outcomes = ({ report }: ForeignImport) =>
  Object.fromEntries(
    report.map(({ title, from, outcome, reason }) => [`${from} ${title}`, reason ?? outcome]),
  );

const node = ({ bundle }: ForeignImport, id: string) => bundle.flow.nodes.find((item) => item.id === id);

const edge = ({ bundle }: ForeignImport, from: string, port: string) =>
  bundle.flow.edges.find((item) => item.from === from && item.port === port)?.to;

describe("a chatflow of Dify", () => {
  const file = read("dify-chatflow.yml");

  test("keeps name, greeting, suggestions, answers, classes and variables", () => {
    expect(file.name).toBe("宠物店客服");
    expect(node(file, "start")?.config).toMatchObject({
      opening: "您好，这里是毛球宠物店。",
      suggestions: [{ label: "洗澡多少钱" }, { label: "几点关门" }],
    });
    expect(node(file, "1002")?.config.intents).toMatchObject([
      { id: "1", name: "洗澡美容", examples: ["洗澡美容"] },
      { id: "2", name: "其他问题" },
    ]);
    expect(file.bundle.flow.variables).toContainEqual(
      expect.objectContaining({ name: "pet_name", default: "旺财" }),
    );
  });

  test("says of each node what became of it", () => {
    expect(outcomes(file)).toEqual({
      "start 开始": "mapped",
      "question-classifier 问题分类": "classes",
      "if-else 是不是大狗": "mapped",
      "answer 大狗价格": "mapped",
      "answer 小狗价格": "mapped",
      "knowledge-retrieval 查资料": "wires",
      "llm 组织回答": "model",
      "answer 回答": "mapped",
      "code 算价格": "code",
    });
  });

  test("keeps the shape: nodes without an equal hold their place, with what was written in the note", () => {
    expect([edge(file, "1006", "hit"), edge(file, "1007", "next"), edge(file, "1008", "next")]).toEqual([
      "1007",
      "1008",
      "listen",
    ]);
    expect(node(file, "1007")?.note).toContain("用一句话回答");
    expect(errors(file)).toEqual([
      "missing_faq_set 1006",
      "missing_field 1007",
      "missing_field 1009",
      "unreachable_node 1009",
    ]);
  });

  test("brings no secret along, and evaluates nothing that stood in it", () => {
    expect(JSON.stringify(file)).not.toContain("sk-do-not-import-me");
    const chat = converse(file.bundle, {
      registry: nodeRegistry,
      calls: {
        "match-intent": () => ({ outcome: "sure", candidates: [{ intentId: "1", score: 1 }], reasons: [] }),
      },
    });
    chat.start();
    expect(chat.send("大狗洗澡")).toEqual(["旺财 洗澡 120 元。{{ 7*7 }}"]);
    expect(chat.send("猫咪洗澡")).toEqual(["小型犬洗澡 60 元。"]);
  });
});

describe("a bot of Typebot", () => {
  const file = read("typebot.json");

  test("keeps bubbles, questions, buttons, conditions and groups", () => {
    expect(file.name).toBe("Bike rental");
    const chat = converse(file.bundle, { registry: nodeRegistry });
    expect(chat.start()).toEqual(["Hi there\nRent a bike today.", "Your name?"]);
    chat.send("Sam");
    expect(chat.options.map(({ label }) => label)).toEqual(["City bike", "E-bike"]);
    expect(chat.click("City bike")[0]).toBe("City bikes are 10 a day, Sam. {{unknown thing}}");
    expect(file.bundle.flow.groups.map(({ title }) => title)).toEqual(["Welcome", "City", "E-bike", "Bye"]);
  });

  test("says what did not come over, and sends nobody to a script", () => {
    expect(file.report.filter(({ outcome }) => outcome === "unmapped")).toEqual([
      { title: "E-bike", from: "Set variable", outcome: "unmapped", reason: "code" },
      { title: "E-bike", from: "OpenAI", outcome: "unmapped", reason: "model" },
      { title: "Bye", from: "embed", outcome: "unmapped", reason: "kind" },
    ]);
    expect(JSON.stringify(file.bundle)).not.toContain("javascript:");
    expect(node(file, "b9")?.note).toContain("Sell bikes politely");
  });
});

describe("a workflow of FastGPT", () => {
  const file = read("fastgpt.json");

  test("keeps greeting, buttons, classes, answers and variables", () => {
    expect(node(file, "start")?.config).toMatchObject({
      opening: "您好，我是前台。",
      suggestions: [{ label: "房价多少" }, { label: "几点退房" }],
    });
    const chat = converse(file.bundle, {
      registry: nodeRegistry,
      calls: {
        "match-intent": () => ({ outcome: "sure", candidates: [{ intentId: "k1", score: 1 }], reasons: [] }),
      },
    });
    chat.start();
    chat.send("多少钱");
    expect(chat.options.map(({ label }) => label)).toEqual(["大床房", "双床房"]);
    expect(chat.click("大床房")).toEqual(["option1 398 元，杭州店。"]);
  });

  test("tells which parts need a hand", () => {
    expect(outcomes(file)).toMatchObject({
      "datasetSearchNode 知识库搜索": "knowledge",
      "chatNode AI 对话": "model",
    });
    expect(node(file, "ai")?.note).toContain("你是前台");
  });
});

test("whatever a file of another builder holds, it is read or refused, never thrown at us", () => {
  const junk = fc.jsonValue();
  const shapes = fc.oneof(
    fc.record({
      kind: fc.constant("app"),
      workflow: fc.record({
        graph: fc.record({ nodes: fc.array(junk), edges: fc.array(junk) }),
        features: junk,
      }),
    }),
    fc.record({
      groups: fc.array(
        fc.oneof(
          junk,
          fc.record({
            id: junk,
            title: junk,
            blocks: fc.array(
              fc.oneof(
                junk,
                fc.record({
                  id: fc.string(),
                  type: fc.constantFrom(
                    "text",
                    "choice input",
                    "Condition",
                    "Set variable",
                    "Wait",
                    "AB test",
                  ),
                  content: junk,
                  items: junk,
                  options: junk,
                }),
              ),
            ),
          }),
        ),
      ),
      edges: fc.array(junk),
      variables: junk,
    }),
    fc.record({
      nodes: fc.array(
        fc.record({
          nodeId: fc.string(),
          flowNodeType: fc.constantFrom(
            "answerNode",
            "classifyQuestion",
            "userSelect",
            "formInput",
            "ifElseNode",
            "variableUpdate",
          ),
          inputs: junk,
        }),
      ),
      edges: fc.array(junk),
      chatConfig: junk,
    }),
    junk,
  );
  fc.assert(
    fc.property(shapes, (value) => {
      expect(["read", "refused", "not-foreign"]).toContain(readForeign(value, "en").type);
    }),
    { numRuns: 300 },
  );
});
