import type { FlowInput } from "../../../kernel/flow.ts";
import type { Locale } from "../../../kernel/text.ts";
import { assign, branch, type Step, say, toGraph, toOptions } from "../../kit/step.ts";
import { ORDER_NUMBER_PATTERN } from "../demo-orders.ts";
import { shopFacts } from "../facts.ts";
import { type ShopTexts, shopTexts } from "../flow-texts/shop-texts.ts";

type Texts = ShopTexts["afterSales"];

/** The sub-flow that files a return, an exchange or a repair; ends with `submitted` or `cancelled`. Titles and tags are in `locale`. */
export function afterSalesFlow(locale: Locale): FlowInput {
  const texts = shopTexts.afterSales;
  return {
    schema: 1,
    title: texts.flow[locale],
    ...toGraph(
      [
        {
          id: "start",
          kind: "start",
          title: texts.start,
          at: [0, 0],
          config: {},
          exits: { next: "request-form" },
        },
        requestForm(texts),
        ...receiptSteps(texts, locale),
        ...endSteps(texts),
      ],
      locale,
    ),
    variables: [
      { name: "request_order", type: "text" },
      { name: "wish", type: "text" },
      { name: "reason", type: "text" },
      { name: "story", type: "text" },
      { name: "phone", type: "text", scope: "contact", dataClass: "important" },
      { name: "request_no", type: "text" },
    ],
    settings: { language: locale },
  };
}

function requestForm(texts: Texts): Step {
  return {
    id: "request-form",
    kind: "form",
    title: texts.form,
    at: [1, 0],
    config: {
      intro: texts.intro,
      confirmTitle: texts.confirmTitle,
      fields: [
        {
          id: "order",
          label: texts.order,
          question: texts.orderText,
          variable: "request_order",
          type: "order-no",
          pattern: ORDER_NUMBER_PATTERN,
          hint: texts.orderHint,
        },
        {
          id: "wish",
          label: texts.wish,
          question: texts.wishText,
          variable: "wish",
          type: "choice",
          options: toOptions(texts.wishes),
        },
        {
          id: "reason",
          label: texts.reason,
          question: texts.reasonText,
          variable: "reason",
          type: "choice",
          options: toOptions(texts.reasons),
        },
        {
          id: "story",
          label: texts.story,
          question: texts.storyText,
          variable: "story",
          minChars: 4,
          hint: texts.storyHint,
        },
        {
          id: "phone",
          label: texts.phone,
          question: texts.phoneText,
          variable: "phone",
          type: "phone",
          hint: texts.phoneHint,
        },
      ],
    },
    exits: { submitted: "request-number", cancelled: "stop" },
  };
}

function receiptSteps(texts: Texts, locale: Locale): readonly Step[] {
  return [
    {
      id: "request-number",
      kind: "set-variable",
      title: texts.number,
      at: [2, 0],
      config: {
        assignments: [
          assign("request_no", `"SH" + date(now, "MMDDHHmm", "${shopFacts.supportHours.timezone}")`),
        ],
      },
      exits: { next: "tag-after-sales" },
    },
    {
      id: "tag-after-sales",
      kind: "tag-contact",
      title: texts.tag,
      at: [3, 0],
      config: {
        add: [texts.tagName[locale]],
        attributes: [{ name: "last_request", value: { type: "expression", source: "request_no" } }],
      },
      exits: { next: "who-pays" },
    },
    {
      id: "who-pays",
      kind: "condition",
      title: texts.who,
      at: [4, 0],
      config: {
        branches: [
          branch("ours", texts.ours, 'reason in ["quality", "damaged", "wrong"] or wish == "repair"'),
        ],
      },
      exits: { ours: "filed-free", else: "filed-paid" },
    },
    {
      id: "filed-free",
      kind: "message",
      title: texts.free,
      at: [5, 0],
      config: say(texts.freeText),
      exits: { next: "end-submitted" },
    },
    {
      id: "filed-paid",
      kind: "message",
      title: texts.paid,
      at: [5, 1],
      config: say(texts.paidText),
      exits: { next: "end-submitted" },
    },
  ];
}

function endSteps(texts: Texts): readonly Step[] {
  return [
    {
      id: "stop",
      kind: "message",
      title: texts.stop,
      at: [2, 1],
      config: say(texts.stopText),
      exits: { next: "end-cancelled" },
    },
    {
      id: "end-submitted",
      kind: "end",
      title: texts.endSubmitted,
      at: [6, 0],
      config: { resolution: "submitted" },
    },
    {
      id: "end-cancelled",
      kind: "end",
      title: texts.endCancelled,
      at: [3, 1],
      config: { resolution: "cancelled" },
    },
  ];
}
