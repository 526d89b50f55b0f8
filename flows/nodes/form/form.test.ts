import { expect, test } from "vitest";
import { type ConverseOptions, converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

const FIELDS = [
  { id: "order", label: { "zh-CN": "订单号", en: "order number" }, variable: "order_no", type: "order-no" },
  {
    id: "reason",
    label: { "zh-CN": "原因", en: "reason" },
    variable: "reason",
    type: "choice",
    options: [
      { id: "size", label: "尺码不合适" },
      { id: "quality", label: "质量问题", synonyms: ["坏了"] },
    ],
  },
  { id: "phone", label: { "zh-CN": "电话", en: "phone" }, variable: "phone", type: "phone" },
  { id: "note", label: "备注", variable: "note", required: false },
];

function say(text: string) {
  return { kind: "message", config: { blocks: [{ type: "text", text }] } };
}

function talk(
  config: JsonObject = {},
  { vars = {}, ...options }: Partial<ConverseOptions> & { vars?: JsonObject } = {},
) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        form: { kind: "form", config: { fields: FIELDS, ...config } },
        sent: say("已提交"),
        gone: say("已取消"),
        late: say("超时"),
      },
      wires: [
        "start.next -> form",
        "form.submitted -> sent",
        "form.cancelled -> gone",
        "form.timeout -> late",
      ],
      variables: ["order_no", "reason", "phone", "note"].map((name) => ({
        name,
        type: "text" as const,
        default: vars[name] ?? null,
      })),
    }),
    { registry, ...options },
  );
  const said = chat.start();
  return Object.assign(chat, { said });
}

function fill(chat: ReturnType<typeof talk>) {
  chat.send("JD20261108001");
  chat.send("坏了");
  chat.send("13800138000");
  chat.send("跳过");
  return chat;
}

test("asks one by one, shows everything, and submits when it is confirmed", () => {
  const chat = talk({ intro: "请填写售后信息" });
  expect(chat.said).toEqual(["请填写售后信息", "请提供：订单号"]);
  expect(chat.send("JD20261108001")).toEqual(["请提供：原因"]);
  expect(chat.options.map(({ label }) => label)).toEqual(["尺码不合适", "质量问题"]);
  chat.click("质量问题");
  expect(chat.send("13800138000")[0]).toContain("备注");
  chat.send("没有");

  const card = chat.effects.findLast((effect) => effect.type === "say");
  expect(card).toMatchObject({
    parts: [
      {
        type: "card",
        fields: [
          { label: "订单号", value: "JD20261108001" },
          { label: "原因", value: "质量问题" },
          { label: "电话", value: "13800138000" },
          { label: "备注", value: "未填写" },
        ],
      },
      { type: "choices" },
    ],
  });
  expect(chat.click("确认提交")).toEqual(["已提交"]);
  expect(chat.vars).toMatchObject({
    order_no: "JD20261108001",
    reason: "quality",
    phone: "13800138000",
    note: null,
  });
});

test("speaks English to an English reader", () => {
  const chat = talk({}, { locale: "en" });
  expect(chat.said).toEqual(["Please tell me: order number"]);
  expect(chat.send("hm")[0]).toContain("order number");
});

test.each(["是的", "确认", "ok", "没问题", "1", "👍"])("submits on %s", (text) => {
  expect(fill(talk()).send(text)).toEqual(["已提交"]);
});

test("keeps each answer at once, so that nothing is lost half-way", () => {
  const chat = talk();
  chat.send("JD20261108001");
  expect(chat.vars.order_no).toBe("JD20261108001");
  expect(chat.send("取消")).toEqual(["已取消"]);
  expect(chat.vars.order_no).toBe("JD20261108001");
});

test("does not ask for what is known already", () => {
  expect(talk({}, { vars: { order_no: "A1000", reason: "size" } }).said).toEqual(["请提供：电话"]);
  expect(talk({ prefill: false }, { vars: { order_no: "A1000" } }).said).toEqual(["请提供：订单号"]);
});

test("submits at once when everything is known and nothing is to be confirmed", () => {
  const vars = { order_no: "A1000", reason: "size", phone: "13800138000", note: "无" };
  expect(talk({ confirm: false }, { vars }).said).toEqual(["已提交"]);
});

test("changes one field from the card, by button or by its name", () => {
  const byButton = fill(talk());
  expect(byButton.click("修改")).toEqual(["要修改哪一项？"]);
  expect(byButton.click("电话")).toEqual(["请提供：电话"]);
  byButton.send("13900139000");
  expect(byButton.click("确认提交")).toEqual(["已提交"]);
  expect(byButton.vars.phone).toBe("13900139000");

  const byName = fill(talk());
  expect(byName.send("电话不对")).toEqual(["请提供：电话"]);
});

test("takes a correction that brings the new value along", () => {
  const chat = fill(talk());
  chat.send("电话改成13900139000");
  expect(chat.vars.phone).toBe("13900139000");
  expect(chat.send("对")).toEqual(["已提交"]);
});

test("asks what to change when the customer just says no", () => {
  expect(fill(talk()).send("不对")).toEqual(["要修改哪一项？"]);
});

test.each(["改一下", "我填错了", "我要修改"])(
  "opens its own correction for %s at the card, not the field before",
  (text) => {
    const chat = fill(talk());
    expect(chat.send(text)).toEqual(["要修改哪一项？"]);
    expect(chat.options.map(({ label }) => label)).toContain("电话");
    expect(chat.click("电话")).toEqual(["请提供：电话"]);
  },
);

test("keeps the right value while it asks which field it belongs to", () => {
  const chat = fill(talk());
  expect(chat.send("不对，应该是13900139000")).toEqual(["要修改哪一项？"]);
  chat.click("电话");
  expect(chat.vars).toMatchObject({ phone: "13900139000", note: null });
  expect(chat.click("确认提交")).toEqual(["已提交"]);

  const misfit = fill(talk());
  misfit.send("不对，应该是下周");
  expect(misfit.click("电话")).toEqual(["请提供：电话"]);
});

test("leads from the correction back to the card, and still corrects the field before while fields are asked", () => {
  const atCard = fill(talk());
  atCard.send("改一下");
  expect(atCard.send("返回").join()).toContain("请确认以下信息");

  const asked = talk();
  asked.send("JD20261108001");
  expect(asked.send("不对，是JD20261108002")).toEqual(["请提供：原因"]);
  expect(asked.vars.order_no).toBe("JD20261108002");
});

test("counts a wrong answer as none, also where nothing may be asked in between", () => {
  const chat = talk({ allowDigression: false });
  chat.send("JD20261108001");
  chat.send("不知道呢");
  expect(chat.session.history).toHaveLength(1);
  expect(chat.send("上一步")).toContain("请提供：订单号");
});

test("shows the card again for words that fit nothing, for as long as it takes", () => {
  const chat = fill(talk());
  for (let round = 0; round < 8; round += 1) expect(chat.send("嗯哼哼").join()).toContain("确认提交");
  expect(chat.click("确认提交")).toEqual(["已提交"]);
});

test("gives up a required field after the tries, and leaves an optional one empty", () => {
  const required = talk({ retries: 1 });
  required.send("啊");
  expect(required.send("啊")).toEqual(["这一项一直没有填对，先为您取消，已填的内容会保留。", "已取消"]);

  const fields = [{ id: "age", label: "年龄", variable: "note", type: "number", required: false }];
  const optional = talk({ fields, retries: 0, confirm: false });
  expect(optional.send("不告诉你")).toEqual(["已提交"]);
});

test("leaves through `timeout` when an answer does not come", () => {
  expect(talk({ timeoutMs: 60_000 }).advanceTime(60_000)).toEqual(["超时"]);
});

test("submits a form without fields, for there is nothing to ask", () => {
  expect(talk({ fields: [] }).said).toEqual(["已提交"]);
});

test("lets the customer go back to the field before", () => {
  const chat = talk();
  chat.send("JD20261108001");
  expect(chat.send("上一步")).toContain("请提供：订单号");
  chat.send("JD20261108002");
  expect(chat.vars.order_no).toBe("JD20261108002");
});

test("answers a question in between and asks for the same field again", () => {
  const chat = converse(
    drawBundle(
      {
        nodes: { start: { kind: "start" }, form: { kind: "form", config: { fields: FIELDS } } },
        wires: ["start.next -> form"],
        variables: ["order_no", "reason", "phone", "note"].map((name) => ({ name, type: "text" as const })),
        settings: { repair: { digress: { faqSets: ["shop"] } } },
      },
      { faqSets: { shop: { name: "商店", entries: [] } } },
    ),
    {
      registry,
      calls: {
        "match-faq": () => ({
          outcome: "sure",
          candidates: [
            { faqSet: "shop", entryId: "q", question: "运费谁出", answer: "我们承担运费。", score: 1 },
          ],
          reasons: [],
        }),
      },
    },
  );
  chat.start();
  expect(chat.send("运费谁出啊")).toEqual(["我们承担运费。", "请提供：订单号"]);
  expect(chat.send("JD20261108001")).toEqual(["请提供：原因"]);
  // It names an option, and still asks something.
  expect(chat.send("质量问题运费谁出")).toEqual(["我们承担运费。", "请提供：原因"]);
  expect(chat.send("质量问题")).toEqual(["请提供：电话"]);
});

test.each(["修改", "change"])("offers the fields on %s at the end", (text) => {
  expect(fill(talk()).send(text).at(-1)).toBe("要修改哪一项？");
});
