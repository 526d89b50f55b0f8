import { describe, expect, test } from "vitest";
import { converse } from "./converse.ts";
import { type Drawing, drawBundle, drawFlow } from "./draw-flow.ts";
import type { BundleInput } from "./flow.ts";
import { SHIPPED_TEXTS } from "./shipped-texts.ts";
import type { CallAnswers } from "./simulate-host.ts";
import { TEST_KINDS } from "./test-kinds.ts";

const START = { kind: "start" };
const APOLOGY = "抱歉，这一步出了点问题，没能为您处理。请换个说法再试一次，或者告诉我您需要什么帮助。";
const say = (text: string) => ({ kind: "say", config: { text } });
const ask = (question: string, saveTo: string, more = {}) => ({
  kind: "ask",
  config: { question, saveTo, ...more },
});

type Setting = {
  readonly calls?: CallAnswers;
  readonly locale?: "zh-CN" | "en";
  readonly contact?: { readonly [name: string]: string };
} & Omit<BundleInput, "flow">;

function talk(drawing: Drawing, { calls, locale, contact, ...rest }: Setting = {}) {
  const chat = converse(drawBundle(drawing, rest), {
    registry: TEST_KINDS,
    ...(calls && { calls }),
    ...(locale && { locale }),
    ...(contact && { contact }),
  });
  return { chat, opening: chat.start() };
}

const metrics = (chat: ReturnType<typeof converse>, name: string) =>
  chat.effects.flatMap((effect) =>
    effect.type === "record-metric" && effect.name === name ? [effect.facts] : [],
  );

describe("I1: only what is awaited moves the session", () => {
  const drawing: Drawing = {
    nodes: {
      start: START,
      job: { kind: "job", config: { name: "ask-model", saveTo: "answer" } },
      tell: say("{{ answer }}"),
    },
    wires: ["start.next -> job", "job.next -> tell"],
    variables: [{ name: "answer", type: "text" }],
  };

  test("foreign and repeated results change nothing at all", () => {
    const { chat } = talk(drawing);
    const parked = chat.session;
    chat.deliver({ type: "call-succeeded", callId: "c99", value: "wrong" });
    chat.deliver({ type: "timer-fired", timerId: "t1" });
    expect(chat.session).toBe(parked);

    expect(chat.answer("好的")).toEqual(["好的"]);
    const done = chat.session;
    expect(chat.deliver({ type: "call-succeeded", callId: "c1", value: "again" })).toEqual([]);
    expect(chat.session).toBe(done);
  });

  test("a timer that was cancelled by an answer is ignored when it fires after all", () => {
    const { chat } = talk({
      nodes: {
        start: START,
        name: ask("姓名？", "name", { timeoutMs: 60_000 }),
        tell: say("{{ name }}"),
        late: say("还在吗？"),
      },
      wires: ["start.next -> name", "name.answered -> tell", "name.timeout -> late"],
      variables: [{ name: "name", type: "text" }],
    });
    expect(chat.effects).toContainEqual({ type: "set-timer", timerId: "t1", fireAt: chat.now + 60_000 });
    chat.send("小林");
    expect(chat.effects).toContainEqual({ type: "cancel-timer", timerId: "t1" });
    expect(chat.deliver({ type: "timer-fired", timerId: "t1" })).toEqual([]);
  });

  test("the timer of an open question takes its own port", () => {
    const { chat } = talk({
      nodes: { start: START, name: ask("姓名？", "name", { timeoutMs: 60_000 }), late: say("还在吗？") },
      wires: ["start.next -> name", "name.timeout -> late"],
      variables: [{ name: "name", type: "text" }],
    });
    expect(chat.advanceTime(59_999)).toEqual([]);
    expect(chat.advanceTime(1)).toEqual(["还在吗？"]);
  });
});

describe("I5: a turn ends", () => {
  test("a circle that never waits meets the limit, apologises, and listens again", () => {
    const { chat, opening } = talk({
      nodes: {
        start: START,
        a: { kind: "set", config: { name: "x", expression: "1" } },
        b: { kind: "jump", config: { nodeId: "a" } },
      },
      wires: ["start.next -> a", "a.next -> b"],
      variables: [{ name: "x", type: "number" }],
    });
    expect(opening).toEqual([APOLOGY]);
    expect(chat.steps.length).toBeLessThanOrEqual(200);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
    expect(metrics(chat, "fallback")).toEqual([expect.objectContaining({ reason: "too_many_visits" })]);
  });

  test("a circle that talks says at most 20 messages, and the last ones are the way out", () => {
    const { opening } = talk({
      nodes: { start: START, a: say("啊"), way: say("请稍候，为您转接。") },
      wires: ["start.next -> a", "a.next -> a"],
      settings: { fallback: { to: "way" } },
    });
    expect(opening).toHaveLength(20);
    expect(opening.slice(-2)).toEqual([APOLOGY, "请稍候，为您转接。"]);
  });

  test("an error path that fails itself is not taken twice", () => {
    const { chat, opening } = talk({
      nodes: { start: START, a: { kind: "broken", config: { how: "throw" } } },
      wires: ["start.next -> a"],
      settings: { fallback: { to: "a", text: "系统忙。" } },
    });
    expect(opening).toEqual(["系统忙。"]);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
  });

  test("a sub-flow that calls itself stops at depth 8 on the error path of the calling node", () => {
    const call: Drawing = {
      nodes: { start: START, call: { kind: "subflow", config: { flowId: "inner" } } },
      wires: ["start.next -> call"],
    };
    const { chat, opening } = talk(call, { subflows: { inner: drawFlow(call) } });
    expect(opening).toEqual([APOLOGY]);
    expect(chat.steps.at(-1)?.error?.code).toBe("subflow_too_deep");
    expect(chat.steps.filter(({ nodeId }) => nodeId === "start")).toHaveLength(9);
    expect(chat.steps.filter(({ nodeId }) => nodeId === "call")).toHaveLength(9);
    expect(chat.session.stack).toHaveLength(1);
  });
});

describe("I6: what cannot run takes its error path", () => {
  test.each([
    ["a kind that throws", { kind: "broken", config: { how: "throw" } }, "node_threw"],
    ["a kind that fails", { kind: "broken", config: { how: "fail" } }, "refused"],
    ["an unknown kind", { kind: "hologram" }, "unknown_kind"],
    ["a kind named like a property of all objects", { kind: "constructor" }, "unknown_kind"],
    ["a config that does not parse", { kind: "say", config: { txt: "x" } }, "invalid_config"],
    ["a node from a newer release", { kind: "say", version: 2, config: { text: "x" } }, "newer_version"],
    [
      "an expression that fails",
      { kind: "set", config: { name: "x", expression: "1 / 0" } },
      "expression_division_by_zero",
    ],
    ["a missing sub-flow", { kind: "subflow", config: { flowId: "gone" } }, "missing_subflow"],
  ])("%s apologises and listens again", (_what, node, code) => {
    const { chat, opening } = talk({
      nodes: { start: START, bad: node },
      wires: ["start.next -> bad"],
      variables: [{ name: "x", type: "text" }],
    });
    expect(chat.steps.at(-1)?.error?.code).toBe(code);
    expect(opening).toEqual([APOLOGY]);
    expect(JSON.stringify(opening)).not.toContain("secret detail");
  });

  test("a node with an error port leaves through it, one with a default value through its first port", () => {
    const { chat, opening } = talk({
      nodes: {
        start: START,
        a: { kind: "broken", config: { how: "throw" }, onError: { mode: "port" } },
        b: { kind: "set", config: { name: "x", expression: "1 / 0" }, onError: { mode: "value", value: 7 } },
        tell: say("x={{ x }}"),
      },
      wires: ["start.next -> a", "a.error -> b", "b.next -> tell"],
      variables: [{ name: "x", type: "number" }],
    });
    expect(opening).toEqual(["x=7"]);
    expect(chat.path).toEqual(["start.next", "a.error", "b.next", "tell.next"]);
  });

  test("a disabled node is passed through", () => {
    const { opening } = talk({
      nodes: { start: START, off: { ...say("不该出现"), disabled: true }, on: say("在") },
      wires: ["start.next -> off", "off.next -> on"],
    });
    expect(opening).toEqual(["在"]);
  });

  test("a failed job is the node's to handle, and else an apology with a way on", () => {
    const { chat } = talk({
      nodes: { start: START, job: { kind: "job", config: { name: "n" } } },
      wires: ["start.next -> job"],
    });
    expect(chat.fail("timeout")).toEqual([APOLOGY]);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
  });

  test("a job is tried again as often as its node says", () => {
    let tries = 0;
    const { opening } = talk(
      {
        nodes: {
          start: START,
          job: {
            kind: "job",
            config: { name: "flaky", saveTo: "x" },
            retry: { max: 2, backoffMs: 100 },
            timeoutMs: 5_000,
          },
          tell: say("{{ x }}"),
        },
        wires: ["start.next -> job", "job.next -> tell"],
        variables: [{ name: "x", type: "text" }],
      },
      { calls: { flaky: () => (++tries < 3 ? new Error("busy") : "成了") } },
    );
    expect(opening).toEqual(["成了"]);
  });
});

describe("I7: the customer is never left without a next step", () => {
  test("a path that ends without a word gets the fallback, in the customer's language", () => {
    const drawing: Drawing = {
      nodes: { start: START, heed: { kind: "heed", config: {} } },
      wires: ["start.next -> heed"],
    };
    expect(talk(drawing).chat.send("你好")).toEqual([APOLOGY]);
    expect(talk(drawing, { locale: "en" }).chat.send("hello")[0]).toMatch(/^Sorry, something went wrong/);
  });

  test("a path that ends after an answer just listens", () => {
    const { chat } = talk({
      nodes: { start: START, heed: { kind: "heed", config: { words: ["退货"] } }, tell: say("七天内可退。") },
      wires: ["start.next -> heed", "heed.退货 -> tell"],
    });
    expect(chat.send("怎么退货")).toEqual(["七天内可退。"]);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
  });

  test("the next message after that starts over with the message at hand, without the opening", () => {
    const { chat, opening } = talk({
      nodes: {
        start: { kind: "start", config: { opening: "您好！" } },
        heed: { kind: "heed", config: { words: ["退货"] } },
        tell: say("七天内可退。"),
      },
      wires: ["start.next -> heed", "heed.退货 -> tell"],
    });
    expect(opening).toEqual(["您好！"]);
    chat.send("怎么退货");
    expect(chat.send("退货运费谁出")).toEqual(["七天内可退。"]);
  });

  test("a question's answer that leads nowhere still gets a word", () => {
    const { chat } = talk({
      nodes: { start: START, name: ask("姓名？", "name") },
      wires: ["start.next -> name"],
      variables: [{ name: "name", type: "text" }],
    });
    expect(chat.send("小林")).toEqual([APOLOGY]);
  });

  test("a timer that leads nowhere stays silent: nobody has asked anything", () => {
    const { chat } = talk({
      nodes: { start: START, name: ask("姓名？", "name", { timeoutMs: 1_000 }) },
      wires: ["start.next -> name"],
      variables: [{ name: "name", type: "text" }],
    });
    expect(chat.advanceTime(1_000)).toEqual([]);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
  });

  test("an empty message is no message", () => {
    const { chat, opening } = talk({
      nodes: { start: START, a: say("{{ nothing }}"), b: say("好") },
      wires: ["start.next -> a", "a.next -> b"],
      variables: [{ name: "nothing", type: "text" }],
    });
    expect(opening).toEqual(["好"]);
    expect(chat.effects.filter(({ type }) => type === "say")).toHaveLength(1);
  });
});

describe("I8: understanding nodes look at an unanswered message once each", () => {
  const faqCalls: CallAnswers = {
    "match-faq": ({ text }) => ({
      outcome: text.includes("运费") ? "sure" : "none",
      candidates: [],
      reasons: [],
    }),
  };

  test("the second sees what the first did not understand; a third round waits for a new message", () => {
    const { chat } = talk(
      {
        nodes: {
          start: START,
          heed: { kind: "heed", config: { words: ["退货"] } },
          faq: { kind: "faq", config: { faqSets: ["a"] } },
        },
        wires: ["start.next -> heed", "heed.else -> faq", "faq.miss -> heed", "faq.hit -> heed"],
      },
      { calls: faqCalls },
    );
    expect(chat.send("运费多少")).toEqual(["答案"]);
    expect(chat.session.awaiting).toMatchObject({ type: "message" });
    chat.send("哈哈哈");
    expect(chat.path.slice(-5)).toEqual(["heed", "heed.else", "faq", "faq.miss", "heed"]);
  });

  test("strikes count turns that nothing understood, one each, until something is understood", () => {
    const { chat } = talk(
      {
        nodes: {
          start: START,
          heed: { kind: "heed", config: { words: ["退货"] } },
          faq: { kind: "faq", config: { faqSets: ["a"] } },
          sorry: say("没听懂。"),
        },
        wires: [
          "start.next -> heed",
          "heed.else -> faq",
          "faq.miss -> sorry",
          "faq.hit -> heed",
          "heed.退货 -> sorry",
          "sorry.next -> heed",
        ],
      },
      { calls: faqCalls },
    );
    chat.send("哈");
    chat.send("哈哈");
    expect(chat.session.strikes).toBe(2);
    chat.send("运费");
    expect(chat.session.strikes).toBe(0);
  });

  test("a sure intent whose answer is missing is a strike all the same", () => {
    const { chat } = talk(
      {
        nodes: {
          start: START,
          heed: { kind: "heed", config: { words: ["问"] } },
          faq: { kind: "faq", config: { faqSets: ["a"] } },
          sorry: say("没听懂。"),
        },
        wires: [
          "start.next -> heed",
          "heed.问 -> faq",
          "heed.else -> sorry",
          "faq.miss -> sorry",
          "faq.hit -> heed",
          "sorry.next -> heed",
        ],
      },
      { calls: faqCalls },
    );
    for (const strikes of [1, 2, 3]) {
      chat.send("问");
      expect(chat.session.strikes).toBe(strikes);
    }
  });

  test("a session keeps no variable that is still as the version has it", () => {
    const { chat } = talk({
      nodes: { start: START, heed: { kind: "heed", config: { words: ["a"] } } },
      wires: ["start.next -> heed", "heed.else -> heed", "heed.a -> heed"],
      variables: [{ name: "table", type: "list", default: [{ id: 1 }] }],
    });
    chat.send("x");
    expect(chat.session.vars).toEqual({});
    expect(chat.vars).toEqual({ table: [{ id: 1 }] });
  });

  test("a message that answered a question is not looked at again; one that a question could not take is", () => {
    const drawing = (digits: boolean): Drawing => ({
      nodes: {
        start: START,
        order: {
          kind: "probe",
          config: {
            outcome: { type: "listen", state: null },
            resumed: digits
              ? { type: "leave", port: "next", understood: "miss" }
              : { type: "leave", port: "next" },
          },
        },
        heed: { kind: "heed", config: { words: ["退货"] } },
        hit: say("命中"),
      },
      wires: ["start.next -> order", "order.next -> heed", "heed.退货 -> hit"],
    });
    expect(talk(drawing(true)).chat.send("退货")).toEqual(["命中"]);
    const { chat } = talk(drawing(false));
    expect(chat.send("退货")).toEqual([SHIPPED_TEXTS["zh-CN"].noAnswer]);
    expect(chat.session.awaiting).toMatchObject({ type: "message" });
  });

  test("a circle back to a node that has looked at the message says that there is no answer, and listens there (I7)", () => {
    const { chat } = talk({
      nodes: {
        start: START,
        greet: say("您好"),
        heed: { kind: "heed", config: { words: ["退货"] } },
        hit: say("命中"),
      },
      wires: ["start.next -> greet", "greet.next -> heed", "heed.退货 -> hit", "heed.else -> heed"],
    });
    expect(chat.send("运费")).toEqual([SHIPPED_TEXTS["zh-CN"].noAnswer]);
    expect(chat.send("退货")).toEqual(["命中"]);
  });
});

describe("a wait in silence", () => {
  const wait = { kind: "probe", config: { outcome: { type: "listen", state: null } } };

  test("tells who has not said anything yet nothing, whatever is looked up for them", () => {
    const request = { mode: "inline", name: "match-faq", input: {} };
    const look = {
      kind: "probe",
      config: {
        outcome: { type: "call", request, state: null },
        resumed: { type: "leave", port: "next" },
      },
    };
    const { opening, chat } = talk(
      { nodes: { start: START, look, wait }, wires: ["start.next -> look", "look.next -> wait"] },
      { calls: { "match-faq": () => ({ outcome: "none", candidates: [], reasons: [] }) } },
    );
    expect(opening).toEqual([]);
    expect(chat.session.awaiting).toMatchObject({ type: "message" });
  });

  test("tells who was told to wait no more once the job is done", () => {
    const { chat } = talk(
      {
        nodes: {
          start: START,
          heed: { kind: "heed", config: { words: ["查"] } },
          moment: say("请稍等。"),
          job: { kind: "job", config: { name: "look-up" } },
          wait,
        },
        wires: ["start.next -> heed", "heed.查 -> moment", "moment.next -> job", "job.next -> wait"],
      },
      { calls: { "look-up": () => "好" } },
    );
    expect(chat.send("查一下")).toEqual(["请稍等。"]);
    expect(chat.session.awaiting).toMatchObject({ type: "message" });
  });
});

describe("sleep", () => {
  const drawing = (interruptible: boolean): Drawing => ({
    nodes: {
      start: START,
      nap: { kind: "sleep", config: { ms: 10_000, interruptible } },
      woke: say("查到了。"),
      cut: say("您说。"),
      heed: { kind: "heed", config: { words: ["运费"] } },
      fee: say("运费十元。"),
    },
    wires: [
      "start.next -> nap",
      "nap.next -> woke",
      "nap.interrupted -> cut",
      "woke.next -> heed",
      "cut.next -> heed",
      "heed.运费 -> fee",
    ],
  });

  test("goes on when its time has come", () => {
    const { chat } = talk(drawing(false));
    expect(chat.advanceTime(10_000)).toEqual(["查到了。"]);
  });

  test("an interruptible one is ended by a message, and its timer cancelled", () => {
    const { chat } = talk(drawing(true));
    expect(chat.send("在吗")).toEqual(["您说。"]);
    expect(chat.effects).toContainEqual({ type: "cancel-timer", timerId: "t1" });
    expect(chat.advanceTime(10_000)).toEqual([]);
  });

  test("another one keeps what is written meanwhile and delivers it at the next wait", () => {
    const { chat } = talk(drawing(false));
    expect(chat.send("运费呢")).toEqual([]);
    expect(chat.send("急")).toEqual([]);
    expect(chat.advanceTime(10_000)).toEqual(["查到了。", "运费十元。"]);
    expect(chat.session.message?.text).toBe("运费呢\n急");
    expect(chat.session.held).toBeNull();
  });
});

describe("sub-flows", () => {
  const inner = drawFlow({
    nodes: {
      start: START,
      q: ask("内层：几号？", "day"),
      end: { kind: "end", config: { resolution: "other" } },
    },
    wires: ["start.next -> q", "q.answered -> end"],
    variables: [
      { name: "day", type: "text" },
      { name: "result", type: "text", default: "内层结果" },
    ],
  });

  test("have variables of their own, wait, and come back with their resolution", () => {
    const { chat, opening } = talk(
      {
        nodes: {
          start: START,
          call: { kind: "subflow", config: { flowId: "inner", vars: { day: "?" } } },
          done: say("done"),
          other: say("回来：{{ returned }}，外层 day={{ day }}"),
        },
        wires: ["start.next -> call", "call.done -> done", "call.other -> other"],
        variables: [
          { name: "day", type: "text", default: "外" },
          { name: "returned", type: "text" },
        ],
      },
      { subflows: { inner } },
    );
    expect(opening).toEqual(["内层：几号？"]);
    expect(chat.session.stack.map(({ flowId }) => flowId)).toEqual(["main", "inner"]);
    expect(chat.send("三号")).toEqual(["回来：内层结果，外层 day=外"]);
  });

  test("return `done` where a path of theirs leads nowhere", () => {
    const { opening } = talk(
      {
        nodes: { start: START, call: { kind: "subflow", config: { flowId: "inner" } }, done: say("回来了") },
        wires: ["start.next -> call", "call.done -> done"],
      },
      {
        subflows: {
          inner: drawFlow({ nodes: { start: START, a: say("里面") }, wires: ["start.next -> a"] }),
        },
      },
    );
    expect(opening).toEqual(["里面", "回来了"]);
  });
});

describe("variables", () => {
  test("start at their defaults, or as the contact left them; those of scope turn are cleared by the next message", () => {
    const { chat } = talk(
      {
        nodes: {
          start: START,
          a: ask("1", "once"),
          b: ask("{{ name }} {{ once }}", "name"),
          c: say("{{ once }}|{{ name }}"),
        },
        wires: ["start.next -> a", "a.answered -> b", "b.answered -> c"],
        variables: [
          { name: "once", type: "text", scope: "turn", default: "-" },
          { name: "name", type: "text", scope: "contact", default: "客人" },
        ],
      },
      { contact: { name: "老王", foreign: "x" } },
    );
    expect(chat.send("甲")).toEqual(["老王 甲"]);
    expect(chat.send("小王")).toEqual(["-|小王"]);
    expect(chat.vars).toEqual({ once: "-", name: "小王" });
    expect(chat.effects).toContainEqual({
      type: "update-contact",
      addTags: [],
      removeTags: [],
      attributes: { name: "小王" },
    });
  });

  test("cannot touch what all objects share", () => {
    const { chat, opening } = talk({
      nodes: { start: START, a: { kind: "set", config: { name: "__proto__", expression: "{polluted: 1}" } } },
      wires: ["start.next -> a"],
    });
    expect(opening).toEqual([APOLOGY]);
    expect(chat.steps.at(-1)?.error?.code).toBe("invalid_variable");
    expect("polluted" in {}).toBe(false);
  });

  test("cannot grow without bound", () => {
    const { chat } = talk({
      nodes: {
        start: START,
        a: ask("x", "x"),
        twice: { kind: "set", config: { name: "x", expression: "x + x" } },
        back: { kind: "jump", config: { nodeId: "twice" } },
      },
      wires: ["start.next -> a", "a.answered -> twice", "twice.next -> back"],
      variables: [{ name: "x", type: "text" }],
    });
    chat.send("很长的一段话");
    expect(
      chat.steps.some(
        ({ error }) => error?.code === "value_too_large" || error?.code === "expression_too_large",
      ),
    ).toBe(true);
    expect(JSON.stringify(chat.session).length).toBeLessThan(100_000);
  });
});

describe("end", () => {
  const drawing = (keepOpen: boolean): Drawing => ({
    nodes: {
      start: { kind: "start", config: { opening: "您好" } },
      heed: { kind: "heed", config: { words: ["退货"] } },
      tell: say("七天。{{ seen }}"),
      mark: { kind: "set", config: { name: "seen", expression: "'记得'" } },
      end: { kind: "end", config: { resolution: "solved", keepOpen } },
    },
    wires: ["start.next -> heed", "heed.退货 -> tell", "tell.next -> mark", "mark.next -> end"],
    variables: [{ name: "seen", type: "text" }],
  });

  test("is told to the host, and later messages are ignored", () => {
    const { chat } = talk(drawing(false));
    chat.send("退货");
    expect(chat.effects).toContainEqual({ type: "end-conversation", resolution: "solved", askRating: false });
    const ended = chat.session;
    expect(chat.send("退货")).toEqual([]);
    expect(chat.session).toBe(ended);
  });

  test("with keepOpen the next message starts a new run that still knows its variables", () => {
    const { chat } = talk(drawing(true));
    chat.send("退货");
    expect(chat.ended).toBe(true);
    expect(chat.send("退货")).toEqual(["七天。记得"]);
  });
});

describe("trace", () => {
  test("shows each visit, and never the values of guarded variables", () => {
    const { chat } = talk({
      nodes: {
        start: START,
        id: ask("证件号？", "idNumber"),
        phone: ask("电话？", "phone"),
        tell: say("好 {{ phone }}"),
        p: { kind: "set", config: { name: "note", expression: "'证件 ' + idNumber + ' 电话 ' + phone" } },
      },
      wires: ["start.next -> id", "id.answered -> phone", "phone.answered -> p", "p.next -> tell"],
      variables: [
        { name: "idNumber", type: "text", dataClass: "core" },
        { name: "phone", type: "text", dataClass: "important" },
        { name: "note", type: "text" },
      ],
    });
    chat.send("110101199003070011");
    chat.send("13812345678");
    const trace = JSON.stringify(chat.steps);
    expect(trace).not.toContain("110101199003070011");
    expect(trace).not.toContain("13812345678");
    expect(chat.steps.filter(({ port }) => port === "answered").map(({ input }) => input)).toEqual([
      "***",
      "13*******78",
    ]);
    expect(chat.steps.find(({ nodeId }) => nodeId === "p")?.output).toBe("证件 *** 电话 13*******78");
  });
});
