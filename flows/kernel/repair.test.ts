import { describe, expect, test } from "vitest";
import { converse } from "./converse.ts";
import { type Drawing, drawBundle } from "./draw-flow.ts";
import { FORM, talk } from "./fixtures/drawn-form.ts";
import { ask, START, say } from "./fixtures/drawn-talk.ts";
import { TEST_KINDS } from "./test-kinds.ts";

const NO_HUMAN = "抱歉，目前没有人工客服可以接入。您可以继续把问题告诉我，我会尽力帮您。";

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
