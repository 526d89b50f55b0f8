import { describe, expect, test } from "vitest";
import { type Drawing, drawBundle, drawFlow } from "../kernel/draw-flow.ts";
import { type BundleInput, bundleSchema } from "../kernel/flow.ts";
import { validateBundle, validateInSteps } from "../kernel/validate.ts";
import { definitionRegistry } from "../nodes/index.ts";

type Rest = Omit<BundleInput, "flow">;

function check(drawing: Drawing, rest: Rest = {}, channels: readonly string[] = []) {
  return validateBundle(bundleSchema.parse(drawBundle(drawing, rest)), definitionRegistry, { channels });
}

/** Only what the checks of this folder say: `code path`. */
function say(drawing: Drawing, rest: Rest = {}, channels: readonly string[] = []) {
  const others = ["port_not_wired", "port_not_handled", "unreachable_node"];
  return check(drawing, rest, channels)
    .filter(({ code }) => !others.includes(code))
    .map(({ code, path }) => `${code} ${path}`);
}

const START = { kind: "start" };
const message = (text: string | { "zh-CN"?: string; en?: string }, more: object = {}) => ({
  kind: "message",
  config: { blocks: [{ type: "text", text, ...more }] },
});

describe("types", () => {
  const variables = [
    { name: "age", type: "number", default: 1 },
    { name: "city", type: "text", default: "x" },
    { name: "items", type: "list", default: [] },
    { name: "order", type: "object", default: {} },
  ] as const;
  const set = (variable: string, source: string) =>
    say({
      nodes: {
        start: START,
        set: {
          kind: "set-variable",
          config: {
            assignments: [{ variable, op: "set", value: { type: "expression", source } }],
          },
        },
        use: message("{{ age }}{{ city }}{{ items }}{{ order }}"),
      },
      variables: [...variables],
    });

  test.each([
    ["age", "age + 1"],
    ["age", "len(city) * 2"],
    ["city", "city + age"],
    ["city", "order.anything"],
    ["items", "slice(items, 0, 3)"],
    ["age", "order.total - 1"],
    ["order", "find(items, 'id', 1)"],
    ["city", "age > 3 ? city : 'no'"],
    ["age", "order.total > 3 ? 1 : 0"],
    ["city", "city == null ? '' : city"],
    ["age", "date"],
  ])("%s = %s is in order", (variable, source) => {
    expect(set(variable, source).filter((line) => !line.startsWith("unknown_variable"))).toEqual([]);
  });

  test.each([
    ["age", "city * 2"],
    ["age", "-city"],
    ["age", "round(city)"],
    ["age", "sum(age)"],
    ["city", "city.name"],
    ["city", "age > city ? 'a' : 'b'"],
    ["city", "city == 5 ? 'a' : 'b'"],
    ["items", "items + age"],
  ])("%s = %s uses a value as what it is not", (variable, source) => {
    expect(set(variable, source)).toEqual(["type_mismatch assignments[0].value.source"]);
  });

  test("an expression goes into a variable of its own type only", () => {
    expect(set("age", "city")).toEqual(["wrong_type_written assignments[0].value.source"]);
    expect(set("items", "city + 1")).toEqual(["wrong_type_written assignments[0].value.source"]);
  });

  test("an answer of one type does not fit a variable of another", () => {
    const [problem] = check({
      nodes: {
        start: START,
        ask: { kind: "ask", config: { question: "年龄？", type: "text", variable: "age" } },
      },
      variables: [{ name: "age", type: "number" }],
    }).filter(({ code }) => code === "wrong_type_written");
    expect(problem).toMatchObject({
      severity: "error",
      path: "variable",
      text: { "zh-CN": "「提问」把文字存进变量「age」，但它是数字。" },
    });
  });

  test("a number that is stored as text is worth a hint, no more", () => {
    const problems = check({
      nodes: {
        start: START,
        ask: { kind: "ask", config: { question: "年龄？", type: "number", variable: "age" } },
      },
      variables: [{ name: "age", type: "text" }],
    });
    expect(problems.find(({ code }) => code === "wrong_type_written")?.severity).toBe("warning");
  });

  test("a loop wants a list, and braces in a text are looked at too", () => {
    expect(
      say({
        nodes: {
          start: START,
          loop: { kind: "loop", config: { over: "list", list: "city" } },
          bad: message("{{ city - 1 }}"),
        },
        variables: [{ name: "city", type: "text", default: "x" }],
      }),
    ).toEqual(["type_mismatch list", "type_mismatch blocks[0].text"]);
  });
});

describe("variables", () => {
  test("names one that nothing uses, and one that nothing fills", () => {
    expect(
      say({
        nodes: { start: START, a: message("{{ empty }} {{ filled }} {{ kept }}") },
        variables: [
          { name: "unused", type: "text" },
          { name: "empty", type: "text" },
          { name: "filled", type: "text", default: "x" },
          { name: "kept", type: "text", scope: "contact" },
        ],
      }),
    ).toEqual(["unused_variable variables.unused", "variable_never_set variables.empty"]);
  });

  test("sees what a caller puts in and takes out, and names what the called flow does not have", () => {
    const call = {
      kind: "subflow",
      config: {
        flowId: "f",
        inputs: [
          { name: "given", value: { type: "literal", value: "x" } },
          { name: "gone", value: { type: "literal", value: "x" } },
        ],
        outputs: [{ name: "result", variable: "got" }],
      },
    };
    const called = drawFlow({
      nodes: {
        start: START,
        ask: { kind: "ask", config: { question: "{{ given }}？", variable: "result" } },
      },
      variables: [
        { name: "given", type: "text" },
        { name: "result", type: "text" },
      ],
    });
    expect(
      say(
        { nodes: { start: START, call }, variables: [{ name: "got", type: "text" }] },
        { subflows: { f: called } },
      ).filter((line) => !line.startsWith("subflow_port")),
    ).toEqual(["unknown_subflow_variable inputs[1].name"]);
  });
});

describe("secrets", () => {
  const shown = (text: string) =>
    say({ nodes: { start: START, a: message(text) } }).map((line) => line.split(" ")[0]);

  test.each([
    "sk-proj-abcdefghijklmnopqrstuvwxyz012345",
    "sk-ant-api03-abcdefghijklmnopqrstuvwxyz",
    "LTAI5tAbCdEfGhIjKlMnOpQr",
    "AKIAIOSFODNN7EXAMPLE",
    "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
    "Authorization: Bearer abcdefghijklmnopqrstuvwx",
    "-----BEGIN RSA PRIVATE KEY-----",
    "postgres://admin:hunter22@db.example/x",
    '{"api_key": "0123456789abcdef0123"}',
    "https://x.example/?access_token=0123456789abcdef0123",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
  ])("%s is one", (text) => expect(shown(text)).toEqual(["plain_secret"]));

  test.each([
    "Wi-Fi 密码：Hotel2024!",
    "Wi-Fi password: Hotel2024!",
    "忘记密码请点这里",
    "Bearer 是一种认证方式",
    "您的订单 SO20260301123456789012 已发货",
    "https://shop.example/item?id=123456789012345678901234",
    "sk-II 神仙水",
    "Authorization: Bearer {{ token }}",
    "客服电话 400-000-1234",
  ])("%s is none", (text) => expect(shown(text).filter((code) => code === "plain_secret")).toEqual([]));

  test("a default, a setting and an answer are looked through; what is shown cannot be used", () => {
    const problems = check(
      {
        nodes: { start: START, a: message("{{ api_key }}{{ password }}") },
        variables: [
          { name: "api_key", type: "text", default: "0123456789" },
          { name: "password", type: "text", default: "" },
        ],
        settings: { fallback: { text: "AKIAIOSFODNN7EXAMPLE" } },
      },
      {
        faqSets: {
          s: {
            name: "帮助",
            entries: [{ id: "e", question: "钥匙", similar: [], answer: "AKIAIOSFODNN7EXAMPLE" }],
          },
        },
      },
    ).filter(({ code }) => code.startsWith("plain_secret"));
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "plain_secret_in_variable variables.api_key",
      "plain_secret_in_settings settings.fallback.text",
      "plain_secret_in_faq faqSets.s.entries.e.answer",
    ]);
    expect(JSON.stringify(problems)).not.toContain("IOSFODNN7");
  });
});

describe("personal data", () => {
  const ask = (config: object, dataClass: "general" | "important" | "core") =>
    say({
      nodes: { start: START, ask: { kind: "ask", config: { variable: "v", ...config } } },
      variables: [{ name: "v", type: "text", dataClass }],
    });

  test("goes into a variable that is masked", () => {
    expect(ask({ question: "手机号？", type: "phone" }, "general")).toEqual([
      "personal_data_unguarded variable",
    ]);
    expect(ask({ question: "手机号？", type: "phone" }, "important")).toEqual([]);
    expect(ask({ question: "怎么称呼您？" }, "general")).toEqual(["personal_data_unguarded variable"]);
    expect(ask({ question: "商品名称？" }, "general")).toEqual([]);
  });

  test("an identity number is not asked for without a word on why", () => {
    expect(ask({ question: "请输入身份证号" }, "core")).toEqual(["no_consent variable"]);
    expect(ask({ question: "请输入身份证号，仅用于开户，提交即表示同意《隐私政策》" }, "core")).toEqual([]);
  });
});

describe("languages", () => {
  const both = { "zh-CN": "好", en: "Good" };
  const draw = (texts: readonly (string | { "zh-CN"?: string; en?: string })[]) =>
    say({
      nodes: Object.fromEntries([["start", START], ...texts.map((text, i) => [`m${i}`, message(text)])]),
    });

  test("a bot that speaks both leaves no customer out", () => {
    expect(draw([both, both, both, { "zh-CN": "只有中文" }, "一句给所有人"])).toEqual([
      "text_missing_language blocks[0].text",
    ]);
  });

  test("the settings' texts are texts too", () => {
    const nodes = { start: START, a: message(both), b: message(both), c: message(both) };
    const settings = { fallback: { text: { "zh-CN": "没听懂" } } };
    expect(say({ nodes, settings })).toEqual(["settings_text_missing_language settings.fallback.text"]);
  });

  test("a bot that speaks one is not asked for the other", () => {
    expect(draw([both, { "zh-CN": "一" }, { "zh-CN": "二" }, { "zh-CN": "三" }])).toEqual([]);
  });
});

describe("channels", () => {
  const long = "长".repeat(700);
  const nodes = {
    start: START,
    long: message(long),
    oa: message(long, { channels: ["wechat-oa"] }),
    web: message(long, { channels: ["web"] }),
    card: { kind: "message", config: { blocks: [{ type: "card", title: "订单" }] } },
    pick: {
      kind: "choice",
      config: {
        question: "选",
        options: Array.from({ length: 12 }, (_, i) => ({ id: `o${i}`, label: `选项 ${i}` })),
      },
    },
  };

  test("a part that names a channel is held against its limits; the rest against the bot's own channels", () => {
    expect(say({ nodes })).toEqual(["text_too_long blocks[0].text"]);
    expect(say({ nodes }, {}, ["web", "wechat-kf"])).toEqual([
      "text_too_long blocks[0].text",
      "text_too_long blocks[0].text",
      "part_not_shown blocks[0]",
      "too_many_buttons options",
    ]);
  });
});

test("what a kind says of its own is named by node and field, in plain words", () => {
  const nodes = {
    start: START,
    jump: { kind: "jump", title: "回去", config: { target: "" } },
    say: { kind: "message", title: "欢迎", config: {} },
    what: { kind: "intent", title: "想要什么", config: { intents: [{ id: "a", name: "退货" }] } },
  };
  const texts = check({ nodes }).map(({ text }) => text["zh-CN"]);
  expect(texts).toContain("「回去」的「跳到哪个节点」还没有填写。");
  expect(texts).toContain("「欢迎」的「内容」：这里还没有填写");
  expect(texts.filter((text) => text.startsWith("「想要什么」：")).length).toBeGreaterThan(0);
});

test("a jump to a node that is gone is an error", () => {
  const nodes = { start: START, jump: { kind: "jump", config: { target: "gone" } } };
  expect(check({ nodes, wires: ["start.next -> jump"] })).toMatchObject([
    { code: "missing_node", severity: "error", path: "target" },
  ]);
});

describe("the first answer on 公众号", () => {
  const ask = { kind: "ask", config: { question: "订单号？", variable: "no" } };
  const rest = (durationMs: number) => ({ kind: "delay", config: { durationMs } });
  const slow = (drawing: Drawing, channels: readonly string[] = ["web", "wechat-oa"]) =>
    check({ ...drawing, variables: [{ name: "no", type: "text" }] }, {}, channels)
      .filter(({ code }) => code === "slow_first_answer")
      .map(({ nodeId }) => nodeId);
  const wires = ["start.next -> ask", "ask.answered -> set", "set.next -> rest", "rest.next -> done"];
  const set = {
    kind: "set-variable",
    config: { assignments: [{ variable: "no", op: "set", value: { type: "expression", source: "no" } }] },
  };
  const nodes = { start: START, ask, set, rest: rest(6_000), done: message("好") };

  test("comes before a wait of more than five seconds", () => {
    expect(slow({ nodes, wires })).toEqual(["rest"]);
    expect(slow({ nodes: { ...nodes, set: message("正在查询") }, wires })).toEqual([]);
    expect(slow({ nodes: { ...nodes, rest: rest(3_000) }, wires })).toEqual([]);
    expect(slow({ nodes, wires: [...wires.slice(0, 1), "ask.timeout -> rest"] })).toEqual([]);
  });

  test("is nobody's concern elsewhere", () => {
    expect(slow({ nodes, wires }, ["web", "wechat-kf"])).toEqual([]);
  });

  test("a reviewed answer counts as one", () => {
    const faq = (reply: boolean) => ({ kind: "faq", config: { faqSets: ["s"], reply } });
    const drawn = (reply: boolean) => ({
      nodes: { start: START, faq: faq(reply), rest: rest(6_000) },
      wires: ["start.next -> faq", "faq.hit -> rest"],
    });
    expect([slow(drawn(true)), slow(drawn(false))]).toEqual([[], ["rest"]]);
  });
});

describe("FAQ sets", () => {
  const entry = (id: string, [question = "", ...similar]: readonly string[], answer: string) => ({
    id,
    question,
    answer,
    similar,
  });

  test("have an answer to each question, and one entry for it", () => {
    expect(
      say(
        { nodes: { start: START } },
        {
          faqSets: {
            s: {
              name: "帮助",
              entries: [
                entry("a", ["怎么退货", "如何退货？"], "在订单里申请。"),
                entry("b", ["运费多少"], " "),
                entry("c", ["如何 退货"], "七天内可以。"),
                entry("d", [], "没有问题的答案"),
              ],
            },
          },
        },
      ),
    ).toEqual([
      "empty_faq_answer faqSets.s.entries.b.answer",
      "empty_faq_question faqSets.s.entries.d.question",
      "duplicate_faq_question faqSets.s.entries.c.question",
    ]);
  });

  test("are held against the channels of the bot", () => {
    const faqSets = { s: { name: "帮助", entries: [entry("1", ["长吗"], "长".repeat(700))] } };
    expect(say({ nodes: { start: START } }, { faqSets })).toEqual([]);
    expect(say({ nodes: { start: START } }, { faqSets }, ["wechat-kf"])).toEqual([
      "faq_answer_too_long faqSets.s.entries.1.answer",
    ]);
  });

  test("that speak two languages name the first entry that lacks one", () => {
    const both = (id: string) => ({
      id,
      question: { "zh-CN": `问${id}`, en: `Q${id}` },
      similar: [],
      answer: { "zh-CN": "答", en: "A" },
    });
    const [problem] = check(
      { nodes: { start: START } },
      {
        faqSets: {
          s: {
            name: "帮助",
            entries: [both("1"), both("2"), both("3"), { ...both("4"), answer: { "zh-CN": "答" } }],
          },
        },
      },
    ).filter(({ code }) => code === "faq_missing_language");
    expect(problem).toMatchObject({
      path: "faqSets.s.entries.4.answer",
      facts: { count: 1 },
      text: { "zh-CN": "问答库「帮助」有 1 条缺少英文，例如「问4」。" },
    });
  });
});

describe("intents and exits", () => {
  test("examples that two intents claim are named at the later one", () => {
    const intents = [
      { id: "a", name: "退货", examples: ["我想要申请退货退款", "退货", "怎么退"] },
      { id: "b", name: "换货", examples: ["换货", "我想要申请退货退款！", "换一件"] },
    ];
    expect(say({ nodes: { start: START, i: { kind: "intent", config: { intents } } } })).toEqual([
      "overlapping_examples intents[1].examples[1]",
    ]);
  });

  test("a port for an intent that is gone, or for an end that no sub-flow has, is never taken", () => {
    const nodes = {
      start: START,
      clarify: { kind: "clarify", config: { source: "found", intents: [{ id: "gone" }] } },
      call: { kind: "subflow", config: { flowId: "f", exits: [{ id: "paid" }, { id: "resolved" }] } },
    };
    const subflow = drawFlow({ nodes: { start: START, end: { kind: "end" } }, wires: ["start.next -> end"] });
    expect(
      say({ nodes, variables: [{ name: "found", type: "list", default: [] }] }, { subflows: { f: subflow } }),
    ).toEqual(["exit_never_taken exits[0].id", "unknown_intent intents[0].id"]);
  });
});

test("checked in steps, a bundle gets the same answer, and what was not edited is not worked out again", () => {
  const bundle = bundleSchema.parse(drawBundle({ nodes: { start: START, a: message("{{ x }}") } }));
  const steps = validateInSteps(bundle, definitionRegistry);
  let taken = 0;
  for (let step = steps.next(); ; step = steps.next(), taken += 1) {
    if (!step.done) continue;
    expect(step.value).toEqual(validateBundle(bundle, definitionRegistry));
    break;
  }
  expect(taken).toBeGreaterThan(3);
});

describe("knowledge bases", () => {
  const [KNOWN, NEW, GONE] = [
    "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a",
    "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3b",
    "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3c",
  ];
  const drawn = bundleSchema.parse(
    drawBundle({
      nodes: { start: START, faq: { kind: "faq", config: { faqSets: [], bases: [KNOWN, NEW, GONE] } } },
      wires: ["start.next -> faq"],
      settings: { repair: { digress: { bases: [NEW, GONE] } } },
    }),
  );
  const list = (bases?: Parameters<typeof validateBundle>[2]) =>
    validateBundle(drawn, definitionRegistry, bases)
      .filter(({ code }) => code.endsWith("base"))
      .map(({ severity, code, path }) => `${severity} ${code} ${path}`);

  test("one that is gone is an error, and one that was never released a warning", () => {
    const bases = [
      { id: KNOWN ?? "", name: "售后", release: 3, documents: 0, cases: 2, facts: 0 },
      { id: NEW ?? "", name: "会员", release: null, documents: 5, cases: 0, facts: 0 },
    ];
    expect(list({ bases })).toEqual([
      "warning unreleased_base bases[1]",
      "error missing_base bases[2]",
      "warning unreleased_settings_base settings.repair.digress.bases",
      "error missing_settings_base settings.repair.digress.bases",
    ]);
  });

  test("a search of documents needs documents, and no release", () => {
    const search = drawBundle({
      nodes: { start: START, search: { kind: "kb-search", config: { bases: [KNOWN, NEW, GONE] } } },
      wires: ["start.next -> search"],
    });
    const bases = [
      { id: KNOWN ?? "", name: "售后", release: 3, documents: 0, cases: 2, facts: 0 },
      { id: NEW ?? "", name: "会员", release: null, documents: 5, cases: 0, facts: 0 },
    ];
    const problems = validateBundle(bundleSchema.parse(search), definitionRegistry, { bases });
    expect(problems.flatMap(({ code, path }) => (code.includes("base") ? [`${code} ${path}`] : []))).toEqual([
      "base_without_documents bases[0]",
      "missing_base bases[2]",
    ]);
  });

  test("a search of cases needs approved cases, or documents where it looks in both", () => {
    const search = (layers: readonly string[]) =>
      validateBundle(
        bundleSchema.parse(
          drawBundle({
            nodes: { start: START, search: { kind: "kb-search", config: { bases: [KNOWN, NEW], layers } } },
            wires: ["start.next -> search"],
          }),
        ),
        definitionRegistry,
        {
          bases: [
            { id: KNOWN ?? "", name: "售后", release: 3, documents: 0, cases: 2, facts: 0 },
            { id: NEW ?? "", name: "会员", release: null, documents: 5, cases: 0, facts: 0 },
          ],
        },
      ).flatMap(({ code, path }) => (code.includes("base") ? [`${code} ${path}`] : []));
    expect(search(["cases"])).toEqual(["base_without_cases bases[1]"]);
    expect(search(["documents", "cases"])).toEqual([]);
  });

  test("who does not know the workspace's bases says nothing about them", () => {
    expect(list()).toEqual([]);
  });
});
