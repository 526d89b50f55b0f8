import { describe, expect, test } from "vitest";
import { converse } from "./converse.ts";
import { type Drawing, drawBundle } from "./draw-flow.ts";
import type { CallAnswers } from "./simulate-host.ts";
import { TEST_KINDS } from "./test-kinds.ts";

const START = { kind: "start" };
const NO_HUMAN = "抱歉，目前没有人工客服可以接入。您可以继续把问题告诉我，我会尽力帮您。";
const say = (text: string) => ({ kind: "say", config: { text } });
const ask = (question: string, saveTo: string, more = {}) => ({
  kind: "ask",
  config: { question, saveTo, ...more },
});

/** A form of three questions behind a bot that listens for anything. */
const FORM: Drawing = {
  nodes: {
    start: START,
    heed: { kind: "heed", config: { words: ["登记"] } },
    name: ask("姓名？", "name"),
    phone: ask("电话？", "phone", { digits: true, timeoutMs: 60_000 }),
    city: ask("城市？", "city"),
    tell: say("{{ name }}/{{ phone }}/{{ city }}"),
    desk: say("正在为您转接。"),
  },
  wires: [
    "start.next -> heed",
    "heed.登记 -> name",
    "name.answered -> phone",
    "phone.answered -> city",
    "city.answered -> tell",
    "tell.next -> heed",
  ],
  variables: ["name", "phone", "city"].map((name) => ({ name, type: "text" as const })),
};

function talk(settings: Drawing["settings"] = {}, calls?: CallAnswers, drawing: Drawing = FORM) {
  const chat = converse(
    drawBundle({ ...drawing, settings }, { faqSets: { shop: { name: "商店", entries: [] } } }),
    { registry: TEST_KINDS, ...(calls && { calls }) },
  );
  chat.start();
  return chat;
}

describe("a person", () => {
  test("can be asked for in the middle of a form, and in idle", () => {
    const settings = { repair: { human: { to: "desk", text: "好的，" } } };
    const chat = talk(settings);
    chat.send("登记");
    expect(chat.send("转人工")).toEqual(["好的，", "正在为您转接。"]);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
    expect(chat.send("我要投诉人工")).toEqual(["好的，", "正在为您转接。"]);
  });

  test("is not promised where the flow names nobody; the open question is asked again", () => {
    const chat = talk();
    chat.send("登记");
    expect(chat.send("人工客服")).toEqual([NO_HUMAN, "姓名？"]);
    expect(chat.send("小林")).toEqual(["电话？"]);
  });

  test("can be asked for while the bot sleeps and would not be interrupted", () => {
    const chat = talk({ repair: { human: { to: "desk" } } }, undefined, {
      nodes: { start: START, nap: { kind: "sleep", config: { ms: 5_000 } }, desk: say("正在为您转接。") },
      wires: ["start.next -> nap", "nap.next -> desk"],
    });
    expect(chat.send("转人工")).toEqual(["正在为您转接。"]);
    expect(chat.advanceTime(5_000)).toEqual([]);
  });

  test("leaves sub-flows behind", () => {
    const inner = drawBundle({
      nodes: { start: START, q: ask("里面？", "x") },
      wires: ["start.next -> q"],
    }).flow;
    const chat = converse(
      drawBundle(
        {
          nodes: {
            start: START,
            call: { kind: "subflow", config: { flowId: "inner" } },
            desk: say("正在为您转接。"),
          },
          wires: ["start.next -> call"],
          settings: { repair: { human: { to: "desk" } } },
        },
        { subflows: { inner } },
      ),
      { registry: TEST_KINDS },
    );
    chat.start();
    expect(chat.send("转人工")).toEqual(["正在为您转接。"]);
    expect(chat.session.stack).toHaveLength(1);
  });
});

describe("an option that stands there", () => {
  const MENU: Drawing = {
    nodes: {
      start: START,
      menu: ask("请选择", "picked", { options: ["转人工", "取消", "查订单"] }),
      tell: say("选了{{ picked }}"),
    },
    wires: ["start.next -> menu", "menu.answered -> tell"],
    variables: [{ name: "picked", type: "text" }],
  };

  test("wins over a repair of the same words, clicked or typed", () => {
    expect(talk({}, undefined, MENU).click("取消")).toEqual(["选了取消"]);
    expect(talk({}, undefined, MENU).send("转人工！")).toEqual(["选了转人工！"]);
  });

  test("is not a suggestion under a greeting: there it is the request that it says", () => {
    const chat = talk({ repair: { human: { to: "desk" } } }, undefined, {
      nodes: {
        start: START,
        hello: { kind: "say", config: { text: "您好", options: ["转人工"] } },
        heed: { kind: "heed", config: {} },
        desk: say("正在为您转接。"),
      },
      wires: ["start.next -> hello", "hello.next -> heed"],
    });
    expect(chat.click("转人工")).toEqual(["正在为您转接。"]);
  });

  test("is not every button: a click on an older one is read by its words", () => {
    const chat = talk({ repair: { human: { to: "desk" } } });
    chat.send("登记");
    const click = { messageId: "m9", choice: "old-button", attachments: [] };
    expect(chat.deliver({ type: "message-received", ...click, text: "转人工" })).toEqual(["正在为您转接。"]);
  });
});

describe("cancel", () => {
  test("leaves the form and asks what else there is", () => {
    const chat = talk();
    chat.send("登记");
    expect(chat.send("算了")).toEqual(["好的，已取消。还有什么可以帮您？"]);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
    expect(chat.send("登记")).toEqual(["姓名？"]);
  });

  test("goes where the settings or the question's own wire say", () => {
    const chat = talk({ repair: { cancel: { to: "desk", text: "不办了。" } } });
    chat.send("登记");
    expect(chat.send("取消")).toEqual(["不办了。", "正在为您转接。"]);

    const wired = talk({}, undefined, { ...FORM, wires: [...(FORM.wires ?? []), "name.cancelled -> desk"] });
    wired.send("登记");
    expect(wired.send("取消")).toEqual(["正在为您转接。"]);
  });

  test("means nothing to a bot that listens for anything, or that has it switched off", () => {
    const chat = talk();
    chat.send("取消");
    expect(chat.path.slice(-1)).toEqual(["heed.else"]);

    const off = talk({ repair: { cancel: { enabled: false } } });
    off.send("登记");
    off.send("取消");
    expect(off.vars.name).toBe("取消");
  });
});

describe("back", () => {
  test("returns question by question, with the variables of then, and says so at the first one", () => {
    const chat = talk();
    chat.send("登记");
    chat.send("小林");
    chat.send("13800138000");
    expect(chat.send("上一步")).toEqual(["好的，我们回到上一步。", "电话？"]);
    expect(chat.vars).toMatchObject({ name: "小林", phone: null });
    expect(chat.send("返回")).toEqual(["好的，我们回到上一步。", "姓名？"]);
    expect(chat.vars.name).toBeNull();
    expect(chat.send("返回")).toEqual(["这已经是第一步了。", "姓名？"]);
    expect(["小王", "139", "上海"].flatMap((text) => chat.send(text))).toEqual([
      "电话？",
      "城市？",
      "小王/139/上海",
    ]);
  });

  test("works inside one node that asks several things", () => {
    const chat = talk({}, undefined, {
      nodes: {
        start: START,
        pair: { kind: "pair", config: { first: "一？", second: "二？" } },
        tell: say("{{ first }}{{ second }}"),
      },
      wires: ["start.next -> pair", "pair.next -> tell"],
      variables: [
        { name: "first", type: "text" },
        { name: "second", type: "text" },
      ],
    });
    chat.send("甲");
    expect(chat.send("返回")).toEqual(["好的，我们回到上一步。", "一？"]);
    chat.send("乙");
    expect(chat.send("丙")).toEqual(["乙丙"]);
  });

  test("starts the time of the question anew", () => {
    const chat = talk();
    chat.send("登记");
    chat.send("小林");
    chat.advanceTime(50_000);
    chat.send("没听清");
    chat.advanceTime(50_000);
    expect(chat.session.awaiting).toMatchObject({ type: "message", timerId: "t2" });
  });
});

describe("repeat", () => {
  test("says again what was said last, by whoever said it", () => {
    const chat = talk();
    chat.send("登记");
    expect(chat.send("再说一遍")).toEqual(["姓名？"]);
    expect(chat.send("小林")).toEqual(["电话？"]);
    expect(chat.send("abc")).toEqual(["请输入数字。"]);
  });
});

describe("correct", () => {
  test("returns to the question before", () => {
    const chat = talk();
    chat.send("登记");
    chat.send("小林");
    expect(chat.send("我填错了")).toEqual(["好的，请您重新告诉我。", "姓名？"]);
  });

  test("takes the right value along", () => {
    const chat = talk();
    chat.send("登记");
    chat.send("小林");
    expect(chat.send("不对，是小凌")).toEqual(["电话？"]);
    expect(chat.vars.name).toBe("小凌");
  });

  test("means the open question before anything was answered", () => {
    const chat = talk();
    chat.send("登记");
    expect(chat.send("actually, Lin")).toEqual(["电话？"]);
    expect(chat.vars.name).toBe("Lin");
  });
});

describe("a question in between", () => {
  const calls: CallAnswers = {
    "match-faq": ({ text }) => ({
      outcome: text.includes("运费") ? "sure" : "none",
      candidates: [
        { faqSet: "shop", entryId: "fee", question: "运费", answer: "运费十元。{{ name }}", score: 0.9 },
      ],
      reasons: [],
    }),
  };
  const settings = { repair: { digress: { faqSets: ["shop"] } } };

  test("is answered, word for word, and the open one is asked again as if nothing had happened", () => {
    const chat = talk(settings, calls);
    chat.send("登记");
    chat.send("小林");
    expect(chat.send("运费多少？")).toEqual(["运费十元。{{ name }}", "电话？"]);
    expect(chat.session.awaiting).toMatchObject({ type: "message", state: 0 });
    expect(chat.effects).toContainEqual(expect.objectContaining({ type: "say", origin: "faq" }));
    expect(chat.send("139")).toEqual(["城市？"]);
  });

  test("is asked of knowledge bases too, and the trace names which release of which base answered", () => {
    const baseId = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a";
    const base = { id: baseId, name: "售后", release: 3 };
    const asked: unknown[] = [];
    const chat = talk(
      { repair: { digress: { bases: [baseId] } } },
      {
        "match-faq": (input) => {
          asked.push(input);
          const candidate = {
            faqSet: baseId,
            entryId: "fee",
            question: "运费",
            answer: "十元。",
            score: 0.9,
            base,
          };
          return { outcome: "sure", candidates: [candidate], reasons: [] };
        },
      },
    );
    chat.send("登记");
    chat.send("小林");
    expect(chat.send("运费多少？")).toEqual(["十元。", "电话？"]);
    expect(asked).toEqual([{ faqSets: [], bases: [baseId], text: "运费多少？" }]);
    expect(chat.effects).toContainEqual({
      type: "record-step",
      step: expect.objectContaining({ output: { digression: "fee", base } }),
    });
  });

  test("that nothing answers for sure is left to the node", () => {
    const chat = talk(settings, calls);
    chat.send("登记");
    chat.send("小林");
    expect(chat.send("哈哈")).toEqual(["请输入数字。"]);
    expect(chat.session.awaiting).toMatchObject({ type: "message", state: 1 });
  });

  test.each([
    [true, ["运费十元。{{ name }}"]],
    [false, ["请输入数字。"]],
  ])("is looked up only where the open question lets it: %s", (digress, said) => {
    const effects = [{ type: "say", parts: [{ type: "text", text: "请输入数字。" }], origin: "flow" }];
    const outcome = { type: "listen", state: 0 };
    const chat = talk(settings, calls, {
      nodes: {
        start: START,
        q: { kind: "probe", config: { outcome, resumed: { ...outcome, rejected: true, digress, effects } } },
      },
      wires: ["start.next -> q"],
    });
    expect(chat.send("运费多少？")).toEqual(said);
  });

  test("is not looked up when the search fails, when no set is named, or when it is switched off", () => {
    const broken: CallAnswers = { "match-faq": () => new Error("down") };
    const off = { repair: { digress: { enabled: false, faqSets: ["shop"] } } };
    for (const [setting, answers] of [
      [settings, broken],
      [{}, calls],
      [off, calls],
    ] as const) {
      const chat = talk(setting, answers);
      chat.send("登记");
      chat.send("小林");
      expect(chat.send("运费多少？")).toEqual(["请输入数字。"]);
    }
  });
});
