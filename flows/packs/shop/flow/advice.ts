import type { Text } from "../../../kernel/text.ts";
import { assign, type Step, say, toOptions } from "../../kit/step.ts";
import type { ShopTexts } from "../flow-texts/shop-texts.ts";

const SIZES = '["S", "M", "L", "XL", "2XL", "3XL"]';
const BY_HEIGHT =
  "height < 160 ? 0 : height < 168 ? 1 : height < 175 ? 2 : height < 182 ? 3 : height < 188 ? 4 : 5";
const BY_WEIGHT =
  "weight < 50 ? 0 : weight < 60 ? 1 : weight < 70 ? 2 : weight < 80 ? 3 : weight < 90 ? 4 : 5";

/** Sizes worked out from height and weight, gifts and stock; and the way to each kind of invoice. */
export function adviceSteps({ advice, invoice }: ShopTexts): readonly Step[] {
  return [
    {
      id: "advice-topic",
      kind: "choice",
      title: advice.topic,
      at: [2, 9],
      config: {
        question: advice.topicText,
        freeText: false,
        allowDigression: false,
        options: toOptions(advice.topicOptions),
      },
      exits: { size: "ask-height", gift: "gift-ideas", stock: "stock-hint", other: "small-talk" },
    },
    ...sizeSteps(advice),
    ...hintSteps(advice),
    ...invoiceSteps(invoice),
  ];
}

function sizeSteps(texts: ShopTexts["advice"]): readonly Step[] {
  const askNumber = { type: "number" as const, retries: 2, allowDigression: false };
  return [
    {
      id: "ask-height",
      kind: "ask",
      title: texts.height,
      at: [3, 9],
      config: {
        ...askNumber,
        question: texts.heightText,
        hint: texts.heightHint,
        variable: "height",
        min: 100,
        max: 220,
      },
      exits: { answered: "ask-weight", invalid: "size-chart" },
    },
    {
      id: "ask-weight",
      kind: "ask",
      title: texts.weight,
      at: [4, 9],
      config: {
        ...askNumber,
        question: texts.weightText,
        hint: texts.weightHint,
        variable: "weight",
        min: 20,
        max: 150,
      },
      exits: { answered: "work-out-size", invalid: "size-chart" },
    },
    {
      id: "work-out-size",
      kind: "set-variable",
      title: texts.size,
      at: [5, 9],
      config: { assignments: [assign("size", `${SIZES}[max(${BY_HEIGHT}, ${BY_WEIGHT})]`)] },
      exits: { next: "suggest-size" },
    },
    {
      id: "suggest-size",
      kind: "message",
      title: texts.result,
      at: [6, 9],
      config: say(texts.resultText),
      exits: { next: "back" },
    },
    {
      id: "size-chart",
      kind: "message",
      title: texts.chart,
      at: [5, 10],
      config: say(texts.chartText),
      exits: { next: "back" },
    },
  ];
}

function hintSteps(texts: ShopTexts["advice"]): readonly Step[] {
  return [
    {
      id: "gift-ideas",
      kind: "message",
      title: texts.gift,
      at: [3, 10],
      config: {
        blocks: [
          { type: "text", text: texts.giftText },
          ...texts.gifts.map(({ title, text }) => ({ type: "card" as const, title, text })),
        ],
      },
      exits: { next: "back" },
    },
    {
      id: "stock-hint",
      kind: "message",
      title: texts.stock,
      at: [3, 11],
      config: say(texts.stockText),
      exits: { next: "back" },
    },
  ];
}

function invoiceSteps(texts: ShopTexts["invoice"]): readonly Step[] {
  const answer = (id: string, [title, text]: readonly [Text, Text], row: number): Step => ({
    id,
    kind: "message",
    title,
    at: [3, row],
    config: say(text),
    exits: { next: "back" },
  });
  return [
    {
      id: "invoice-type",
      kind: "choice",
      title: texts.type,
      at: [2, 12],
      config: {
        question: texts.typeText,
        freeText: false,
        allowDigression: false,
        options: toOptions(texts.typeOptions),
      },
      exits: {
        personal: "invoice-personal",
        company: "invoice-company",
        special: "invoice-special",
        other: "small-talk",
      },
    },
    answer("invoice-personal", [texts.personal, texts.personalText], 12),
    answer("invoice-company", [texts.company, texts.companyText], 13),
    answer("invoice-special", [texts.special, texts.specialText], 14),
  ];
}
