import type { Text } from "../../../kernel/text.ts";
import { branch, type Step, say, toOptions } from "../../kit/step.ts";
import type { ShopTexts } from "../flow-texts/shop-texts.ts";

type OrderTexts = ShopTexts["orders"];

/** What is said about an order that was found: where it is, its refund, or how it can be changed. */
export function orderAnswerSteps({ orders: texts }: ShopTexts): readonly Step[] {
  return [
    ...statusSteps(texts),
    ...refundSteps(texts),
    ...changeSteps(texts),
    ...changeAnswers(texts),
    {
      id: "more",
      kind: "choice",
      title: texts.more,
      at: [14, 2],
      config: {
        question: texts.moreText,
        freeText: false,
        allowDigression: false,
        options: toOptions(texts.moreOptions),
      },
      exits: {
        again: "ask-number",
        afterSales: "after-sales",
        person: "service-hours",
        done: "say-welcome",
        other: "small-talk",
      },
    },
  ];
}

function statusSteps(texts: OrderTexts): readonly Step[] {
  return [
    {
      id: "order-status",
      kind: "condition",
      title: texts.status,
      at: [11, 1],
      config: {
        branches: [
          branch("pending", texts.pending, 'order.status == "pending"'),
          branch("shipped", texts.shipped, 'order.status == "shipped"'),
          branch("delivered", texts.delivered, 'order.status == "delivered"'),
        ],
      },
      exits: {
        pending: "order-pending",
        shipped: "order-shipped",
        delivered: "order-delivered",
        else: "order-closed",
      },
    },
    orderCard(texts, "order-pending", { title: texts.pending, row: 0, fields: ["items", "total", "placed"] }),
    orderCard(texts, "order-shipped", {
      title: texts.shipped,
      row: 1,
      fields: ["items", "total", "courier", "trackingNumber"],
    }),
    orderCard(texts, "order-delivered", {
      title: texts.delivered,
      row: 2,
      fields: ["items", "total", "courier", "trackingNumber"],
      more: texts.deliveredText,
    }),
    orderCard(texts, "order-closed", { title: texts.closed, row: 3, fields: ["items", "total", "refund"] }),
  ];
}

type Card = {
  readonly title: Text;
  readonly row: number;
  readonly fields: readonly (keyof OrderTexts["fields"])[];
  readonly more?: Text;
};

function orderCard(texts: OrderTexts, id: string, { title, row, fields, more }: Card): Step {
  const rows = fields.map((field) => ({
    label: texts.fields[field],
    value: `{{ order.${field}${field === "trackingNumber" ? "" : "[locale]"} }}`,
  }));
  return {
    id,
    kind: "message",
    title,
    at: [12, row],
    config: {
      blocks: [
        {
          type: "card",
          title: texts.cardTitle,
          text: "{{ order.progress[locale] }}",
          fields: [{ label: texts.fields.status, value: "{{ order.statusText[locale] }}" }, ...rows],
        },
        ...(more === undefined ? [] : [{ type: "text" as const, text: more }]),
      ],
    },
    exits: { next: "more" },
  };
}

function refundSteps(texts: OrderTexts): readonly Step[] {
  return [
    {
      id: "has-refund",
      kind: "condition",
      title: texts.hasRefund,
      at: [11, 4],
      config: { branches: [branch("yes", texts.refundYes, "order.refund != null")] },
      exits: { yes: "refund-progress", else: "no-refund" },
    },
    {
      id: "refund-progress",
      kind: "message",
      title: texts.refund,
      at: [12, 4],
      config: say(texts.refundText),
      exits: { next: "more" },
    },
    {
      id: "no-refund",
      kind: "choice",
      title: texts.noRefund,
      at: [12, 5],
      config: {
        question: texts.noRefundText,
        freeText: false,
        allowDigression: false,
        options: toOptions(texts.noRefundOptions),
      },
      exits: { afterSales: "after-sales", again: "ask-number", done: "say-welcome", other: "small-talk" },
    },
  ];
}

function changeSteps(texts: OrderTexts): readonly Step[] {
  return [
    {
      id: "can-change",
      kind: "condition",
      title: texts.canChange,
      at: [11, 6],
      config: { branches: [branch("yes", texts.notSent, 'order.status == "pending"')] },
      exits: { yes: "change-what", else: "too-late" },
    },
    {
      id: "change-what",
      kind: "choice",
      title: texts.change,
      at: [12, 6],
      config: {
        question: texts.changeText,
        freeText: false,
        allowDigression: false,
        options: toOptions(texts.changeOptions),
      },
      exits: { address: "change-address", item: "change-item", cancel: "change-cancel", other: "small-talk" },
    },
    {
      id: "too-late",
      kind: "message",
      title: texts.tooLate,
      at: [12, 7],
      config: say(texts.tooLateText),
      exits: { next: "more" },
    },
  ];
}

function changeAnswers(texts: OrderTexts): readonly Step[] {
  const answer = (id: string, [title, text]: readonly [Text, Text], row: number): Step => ({
    id,
    kind: "message",
    title,
    at: [13, row],
    config: say(text),
    exits: { next: "more" },
  });
  return [
    answer("change-address", [texts.changeAddress, texts.changeAddressText], 5),
    answer("change-item", [texts.changeItem, texts.changeItemText], 6),
    answer("change-cancel", [texts.changeCancel, texts.changeCancelText], 7),
  ];
}
