import { assign, branch, type Step, say, toOptions } from "../../kit/step.ts";
import { ORDER_NUMBER_PATTERN } from "../demo-orders.ts";
import { type ShopTexts, skipWords } from "../flow-texts/shop-texts.ts";

const HALF_AN_HOUR_MS = 30 * 60 * 1000;

/** Finds the order: from the message, by asking with a check of the form, or from the recent ones. */
export function orderLookupSteps({ orders: texts }: ShopTexts): readonly Step[] {
  return [...numberSteps(texts), ...foundSteps(texts), ...recentSteps(texts)];
}

function numberSteps(texts: ShopTexts["orders"]): readonly Step[] {
  return [
    {
      id: "topic-track",
      kind: "set-variable",
      title: texts.topicTrack,
      at: [8, 0],
      config: { assignments: [{ variable: "topic", value: { type: "literal", value: "track-order" } }] },
      exits: { next: "read-order" },
    },
    {
      id: "number-in-message",
      kind: "keyword",
      title: texts.numberInMessage,
      at: [8, 1],
      config: {
        variable: "order_number",
        groups: [{ id: "number", name: texts.groupNumber, patterns: [ORDER_NUMBER_PATTERN] }],
      },
      exits: { number: "read-order", else: "ask-number" },
    },
    {
      id: "ask-number",
      kind: "ask",
      title: texts.ask,
      at: [8, 2],
      config: {
        question: texts.askText,
        type: "order-no",
        pattern: ORDER_NUMBER_PATTERN,
        variable: "order_number",
        hint: texts.askHint,
        retries: 2,
        skippable: true,
        skipWords: [...skipWords],
        timeoutMs: HALF_AN_HOUR_MS,
      },
      exits: {
        answered: "read-order",
        invalid: "recent-orders",
        skipped: "recent-orders",
        timeout: "end-idle",
      },
    },
  ];
}

function foundSteps(texts: ShopTexts["orders"]): readonly Step[] {
  return [
    {
      id: "read-order",
      kind: "set-variable",
      title: texts.read,
      at: [9, 1],
      config: {
        assignments: [
          assign("order_number", "upper(trim(order_number))"),
          assign("order", 'find(orders, "number", upper(trim(order_number)))'),
        ],
      },
      exits: { next: "order-found" },
    },
    {
      id: "order-found",
      kind: "condition",
      title: texts.found,
      at: [10, 1],
      config: {
        branches: [
          branch("missing", texts.missing, "order == null"),
          branch("refund", texts.aboutRefund, 'topic == "refund-status"'),
          branch("change", texts.aboutChange, 'topic == "change-order"'),
        ],
      },
      exits: { missing: "not-found", refund: "has-refund", change: "can-change", else: "order-status" },
    },
    {
      id: "not-found",
      kind: "choice",
      title: texts.notFound,
      at: [11, 0],
      config: {
        question: texts.notFoundText,
        freeText: false,
        allowDigression: false,
        options: toOptions(texts.notFoundOptions),
      },
      exits: { again: "ask-number", recent: "recent-orders", person: "service-hours", other: "small-talk" },
    },
  ];
}

function recentSteps(texts: ShopTexts["orders"]): readonly Step[] {
  return [
    {
      id: "recent-orders",
      kind: "loop",
      title: texts.recent,
      at: [9, 3],
      config: {
        over: "list",
        list: "slice(orders, 0, 3)",
        itemVariable: "recent",
        indexVariable: "recent_no",
        iterationsMax: 3,
      },
      exits: { body: "recent-order", done: "pick-order", limit: "pick-order" },
    },
    {
      id: "recent-order",
      kind: "message",
      title: texts.recentLine,
      at: [10, 4],
      config: say(texts.recentLineText),
      exits: { next: "recent-orders" },
    },
    {
      id: "pick-order",
      kind: "choice",
      title: texts.pick,
      at: [10, 3],
      config: {
        question: texts.pickText,
        source: "list",
        list: { items: "slice(orders, 0, 3)", labelKey: "number", valueKey: "number" },
        variable: "order_number",
        freeText: false,
        allowDigression: false,
      },
      exits: { picked: "read-order", other: "small-talk" },
    },
  ];
}
