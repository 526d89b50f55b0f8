import { describe, expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { bundleSchema, type Flow } from "../../kernel/flow.ts";
import type { InlineCalls } from "../../kernel/protocol.ts";
import type { Locale } from "../../kernel/text.ts";
import { validateBundle } from "../../kernel/validate.ts";
import { nodeRegistry } from "../../nodes/registry.ts";
import { faqEn } from "./faq-en.ts";
import { faqZh } from "./faq-zh.ts";
import { en } from "./flow-texts/en.ts";
import { zh } from "./flow-texts/zh.ts";
import { shopIntents } from "./intents.ts";
import { normalisePhrasing } from "./phrasing.ts";
import { toShopBundle } from "./shop-bundle.ts";

const LOCALES = ["zh-CN", "en"] as const;
const FAQ = { "zh-CN": faqZh, en: faqEn };
/** 2026-03-02, a Monday, in China. */
const AT_TEN = Date.UTC(2026, 2, 2, 2);
const AT_ELEVEN_AT_NIGHT = Date.UTC(2026, 2, 2, 15);

const bundle = toShopBundle("zh-CN");

/** Knows the phrasings of the pack and nothing else: what a matcher would make of other words is not the flow's business. */
function matchIntent(text: string): InlineCalls["match-intent"]["output"] {
  const said = normalisePhrasing(text);
  const intent = shopIntents.find(({ examples }) =>
    LOCALES.some((locale) => examples[locale].some((example) => normalisePhrasing(example) === said)),
  );
  return intent === undefined
    ? { outcome: "none", candidates: [], reasons: [] }
    : { outcome: "sure", candidates: [{ intentId: intent.id, score: 1 }], reasons: [] };
}

function matchFaq(locale: Locale, text: string): InlineCalls["match-faq"]["output"] {
  const said = normalisePhrasing(text);
  const entry = FAQ[locale].find(({ question, similar }) =>
    [question, ...similar].some((phrasing) => normalisePhrasing(phrasing) === said),
  );
  if (entry === undefined) return { outcome: "none", candidates: [], reasons: [] };
  const { id: entryId, question, answer } = entry;
  return {
    outcome: "sure",
    candidates: [{ faqSet: "shop", entryId, question, answer, score: 1 }],
    reasons: [],
  };
}

function talk(locale: Locale, at = AT_TEN) {
  const chat = converse(bundle, {
    registry: nodeRegistry,
    locale,
    at,
    calls: {
      "match-intent": ({ text }) => matchIntent(text),
      "match-faq": ({ text }) => matchFaq(locale, text),
    },
  });
  chat.start();
  return chat;
}

const findAnswer = (locale: Locale, id: string) =>
  FAQ[locale].find((entry) => entry.id === id)?.answer ?? "missing";

const findQuestion = (locale: Locale, id: string) =>
  FAQ[locale].find((entry) => entry.id === id)?.question ?? "missing";

function listUnwired(flow: Flow): readonly string[] {
  return flow.nodes.flatMap(({ id, kind, config }) => {
    const definition = nodeRegistry[kind]?.definition;
    const ports = definition?.ports(definition.config.parse(config)) ?? [];
    const wired = flow.edges.filter((edge) => edge.from === id).map(({ port }) => port);
    return ports.filter((port) => !wired.includes(port.id)).map((port) => `${id}.${port.id}`);
  });
}

describe.each(LOCALES)("the shop's flow edited in %s", (locale) => {
  const parsed = bundleSchema.parse(toShopBundle(locale));
  const flows = [parsed.flow, ...Object.values(parsed.subflows)];

  test("has no problem at all", () => {
    expect(validateBundle(parsed, nodeRegistry)).toEqual([]);
  });

  test("uses every kind there is in the first catalogue, in more than 25 nodes", () => {
    const kinds = new Set(flows.flatMap(({ nodes }) => nodes.map(({ kind }) => kind)));
    const catalogue =
      "start message ask choice form condition set-variable intent keyword faq clarify jump subflow delay business-hours ab-split loop tag-contact fallback end";
    expect(catalogue.split(" ").filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(parsed.flow.nodes.length).toBeGreaterThan(25);
  });

  test("leaves no port without a wire", () => {
    expect(flows.flatMap(listUnwired)).toEqual([]);
  });

  test("puts every node on its own place of the canvas, under a title of its own", () => {
    for (const { nodes } of flows) {
      expect(new Set(nodes.map(({ position }) => `${position.x}/${position.y}`)).size).toBe(nodes.length);
      expect(nodes.filter(({ title }) => !title)).toEqual([]);
    }
  });
});

const SAID = {
  "zh-CN": {
    texts: zh,
    track: "查订单",
    order: "查一下订单 WC2026111902",
    courier: "顺丰速运",
    refund: "查退款",
    refunded: "319 元（已扣取件费 10 元）已于 11 月 6 日退回支付宝。",
    change: "改订单",
    shipping: "多少钱包邮",
    exchange: "申请售后",
    complaint: "投诉",
    person: "找人工",
    size: "推荐一下",
    unknown: "飞碟几点开",
    forgot: "不记得",
    phone: "13800138000",
    story: "衬衫袖口开线了",
    confirm: "确认",
    bye: "再见",
    no: "取消",
  },
  en: {
    texts: en,
    track: "track my order",
    order: "order WC2026111505 where is it",
    courier: "SF Express",
    refund: "check my refund",
    refunded: "¥319 (less ¥10 for the pick-up) went back to Alipay on 6 November.",
    change: "change my order",
    shipping: "do you have free shipping",
    exchange: "after-sales",
    complaint: "complaint",
    person: "operator",
    size: "can you recommend something",
    unknown: "when do the saucers land",
    forgot: "don't know",
    phone: "+1 415 555 0132",
    story: "the cuff came apart",
    confirm: "confirm",
    bye: "bye",
    no: "cancel",
  },
};

describe.each(LOCALES)("a customer of the shop who reads %s", (locale) => {
  const { texts, ...said } = SAID[locale];

  test("is greeted once and offered the usual requests", () => {
    const chat = talk(locale);
    expect(chat.options.map(({ label }) => label)).toEqual(Object.values(texts.greeting.menuOptions));
    chat.send(said.bye);
    expect(chat.ended).toBe(true);
    expect(chat.send(said.shipping)).toEqual([findAnswer(locale, "shipping-cost")]);
  });

  test("learns where an order is after sending its number", () => {
    const chat = talk(locale);
    expect(chat.send(said.track)).toEqual([texts.orders.askText]);
    expect(chat.send("wc2026111803").join("\n")).toContain(said.courier);
    expect(chat.options.map(({ label }) => label)).toEqual(Object.values(texts.orders.moreOptions));
  });

  test("is not asked for a number that was in the message", () => {
    const chat = talk(locale);
    chat.send(said.order);
    expect(chat.path).toContain("number-in-message.number");
    expect(chat.path).not.toContain("ask-number");
    expect(chat.path).toContain("order-status.shipped");
  });

  test("is told what a number looks like, and can pick a recent order in the end", () => {
    const chat = talk(locale);
    chat.send(said.track);
    expect(chat.send("12345")).toEqual([texts.orders.askHint]);
    expect(chat.send(said.forgot).join("\n")).toContain("WC2026111803");
    expect(chat.options.map(({ label }) => label)).toEqual(["WC2026112101", "WC2026111902", "WC2026111803"]);
    expect(chat.click("WC2026112101").join("\n")).toContain("WC2026112101");
    expect(chat.path).toContain("order-status.pending");
  });

  test("hears that an order does not exist, and gets another try", () => {
    const chat = talk(locale);
    chat.send(said.track);
    expect(chat.send("WC2020010101").join("\n")).toContain("WC2020010101");
    expect(chat.click("again")).toEqual([texts.orders.askText]);
    chat.send("WC2026111006");
    expect(chat.path).toContain("order-status.delivered");
  });

  test("gets a question answered in the middle of the look-up and comes back to it", () => {
    const chat = talk(locale);
    chat.send(said.track);
    expect(chat.send(said.shipping)).toEqual([findAnswer(locale, "shipping-cost"), texts.orders.askText]);
    chat.send("WC2026111902");
    expect(chat.path).toContain("order-status.shipped");
  });

  test("learns how far a refund is, or that there is none", () => {
    const chat = talk(locale);
    chat.send(said.refund);
    expect(chat.send("WC2026102811").join("\n")).toContain(said.refunded);
    expect(chat.click("again")).toEqual([texts.orders.askText]);
    chat.send("WC2026111902");
    expect(chat.path).toContain("has-refund.else");
    expect(chat.options.map(({ id }) => id)).toEqual(["afterSales", "again", "done"]);
  });

  test("may change an order that has not left, and not one that has", () => {
    const chat = talk(locale);
    chat.send(said.change);
    chat.send("WC2026112101");
    expect(chat.click("cancel").join("\n")).toContain("WC2026112101");
    chat.click("again");
    chat.send("WC2026111803");
    expect(chat.path).toContain("can-change.else");
  });

  test("files an after-sales request, checks it and gets a reference", () => {
    const chat = talk(locale);
    chat.send(said.exchange);
    chat.send("WC2026111006");
    chat.click("exchange");
    chat.click("quality");
    chat.send(said.story);
    expect(chat.send(said.phone).join("\n")).toContain(said.story);
    expect(chat.send(said.confirm).join("\n")).toContain("SH03021000");
    expect(chat.path).toContain("who-pays.ours");
    chat.advanceTime(10 * 60 * 1000);
    expect(chat.ended).toBe(true);
  });

  test("may leave the after-sales form at any time", () => {
    const chat = talk(locale);
    chat.send(said.exchange);
    chat.send(said.no);
    expect(chat.path).not.toContain("request-number.next");
    expect(chat.send(said.shipping)).toEqual([findAnswer(locale, "shipping-cost")]);
  });

  test("who complains is tagged, heard and called back", () => {
    const chat = talk(locale);
    expect(chat.send(said.complaint)[0]).toBe(texts.complaint.sorryText);
    expect(chat.effects).toContainEqual(
      expect.objectContaining({ type: "update-contact", addTags: ["投诉"] }),
    );
    chat.send(said.story);
    chat.send("WC2026111006");
    chat.send(said.phone);
    expect(chat.send(said.confirm).join("\n")).toContain("TS03021000");
  });

  test.each([
    [AT_TEN, "open"],
    [AT_ELEVEN_AT_NIGHT, "closed"],
  ] as const)("who wants a person leaves a message, whatever the hour (%d: %s)", (at, port) => {
    const chat = talk(locale, at);
    expect(chat.send(said.person)[0]).toBe(port === "open" ? texts.person.openText : texts.person.closedText);
    chat.send(said.story);
    chat.send("Lin");
    chat.send(said.phone);
    chat.send(said.confirm);
    expect(chat.path).toContain(`service-hours.${port}`);
    expect(chat.path).toContain("tag-call-back.next");
    // While the flow waits for more, a question ends the wait.
    expect(chat.send(said.shipping)).toEqual([findAnswer(locale, "shipping-cost")]);
  });

  test("gets a size worked out from height and weight", () => {
    const chat = talk(locale);
    chat.send(said.size);
    chat.click("size");
    chat.send("172");
    expect(chat.send("75").join("\n")).toContain("XL");
    expect(chat.vars.size).toBe("XL");
  });

  test("who is not understood three times is passed on, and can go on with a click each time before", () => {
    const chat = talk(locale);
    const { fallbackTexts, nextStepText, stuckOptions } = texts.understanding;
    for (const text of fallbackTexts) {
      expect(chat.send(said.unknown)).toEqual([text, nextStepText]);
      expect(chat.options.map(({ label }) => label)).toEqual(Object.values(stuckOptions));
    }
    expect(chat.send(said.unknown)[0]).toBe(texts.understanding.fallbackEscalate);
    expect(chat.path).toContain("service-hours.open");
  });

  test("who is not understood once may leave a message at once, or ask something else", () => {
    const chat = talk(locale);
    chat.send(said.unknown);
    chat.click("person");
    expect(chat.path).toContain("service-hours.open");
    const other = talk(locale);
    other.send(said.unknown);
    expect(other.send(findQuestion(locale, "return-how"))).toEqual([findAnswer(locale, "return-how")]);
  });

  test("who falls silent over a question is let go kindly", () => {
    const chat = talk(locale);
    chat.send(said.track);
    expect(chat.advanceTime(30 * 60 * 1000)).toEqual([texts.settings.idleText]);
    expect(chat.ended).toBe(true);
  });
});
