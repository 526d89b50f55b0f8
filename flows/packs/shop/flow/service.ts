import type { Locale } from "../../../kernel/text.ts";
import { assign, type Step, say } from "../../kit/step.ts";
import { ORDER_NUMBER_PATTERN } from "../demo-orders.ts";
import { shopFacts } from "../facts.ts";
import type { ShopTexts } from "../flow-texts/shop-texts.ts";

export const AFTER_SALES_FLOW = "after-sales";

const TEN_MINUTES_MS = 10 * 60 * 1000;
const STORY_MIN_CHARS = 4;

/** What people have to settle: after-sales requests, complaints and messages for colleagues. */
export function serviceSteps(texts: ShopTexts, locale: Locale): readonly Step[] {
  return [
    {
      id: "after-sales",
      kind: "subflow",
      title: texts.afterSales.call,
      at: [8, 9],
      config: {
        flowId: AFTER_SALES_FLOW,
        outputs: [{ name: "request_no", variable: "request_no" }],
        exits: [
          { id: "submitted", label: texts.afterSales.submitted },
          { id: "cancelled", label: texts.afterSales.cancelled },
        ],
      },
      exits: { submitted: "wait-for-more", cancelled: "back", done: "back" },
    },
    ...complaintSteps(texts.complaint, locale),
    ...hoursSteps(texts.person),
    ...messageSteps(texts.person, locale),
    {
      id: "wait-for-more",
      kind: "delay",
      title: texts.person.wait,
      at: [13, 10],
      config: { durationMs: TEN_MINUTES_MS },
      exits: { next: "end-registered", interrupted: "small-talk" },
    },
    {
      id: "end-registered",
      kind: "end",
      title: texts.person.idle,
      at: [14, 10],
      config: { resolution: "registered", keepOpen: true },
    },
    {
      id: "end-idle",
      kind: "end",
      title: texts.settings.idle,
      at: [9, 2],
      config: { text: texts.settings.idleText, resolution: "abandoned", keepOpen: true },
    },
  ];
}

function complaintSteps(texts: ShopTexts["complaint"], locale: Locale): readonly Step[] {
  return [
    {
      id: "tag-complaint",
      kind: "tag-contact",
      title: texts.tag,
      at: [8, 10],
      config: {
        add: [texts.tagName[locale]],
        attributes: [{ name: "last_complaint", value: { type: "template", text: "{{ message }}" } }],
      },
      exits: { next: "complaint-sorry" },
    },
    {
      id: "complaint-sorry",
      kind: "message",
      title: texts.sorry,
      at: [9, 10],
      config: say(texts.sorryText),
      exits: { next: "complaint-form" },
    },
    complaintForm(texts),
    {
      id: "complaint-number",
      kind: "set-variable",
      title: texts.number,
      at: [11, 10],
      config: {
        assignments: [
          assign("ticket", `"TS" + date(now, "MMDDHHmm", "${shopFacts.supportHours.timezone}")`),
          { variable: "complaint_story", op: "clear" },
          { variable: "complaint_order", op: "clear" },
        ],
      },
      exits: { next: "complaint-done" },
    },
    {
      id: "complaint-done",
      kind: "message",
      title: texts.done,
      at: [12, 10],
      config: say(texts.doneText),
      exits: { next: "wait-for-more" },
    },
    {
      id: "complaint-stop",
      kind: "message",
      title: texts.stop,
      at: [11, 11],
      config: say(texts.stopText),
      exits: { next: "back" },
    },
  ];
}

function complaintForm(texts: ShopTexts["complaint"]): Step {
  return {
    id: "complaint-form",
    kind: "form",
    title: texts.form,
    at: [10, 10],
    config: {
      confirmTitle: texts.confirmTitle,
      // A story of what went wrong sounds like many questions; answering one in the middle of it would add insult.
      allowDigression: false,
      fields: [
        {
          id: "story",
          label: texts.story,
          question: texts.storyText,
          variable: "complaint_story",
          minChars: STORY_MIN_CHARS,
          hint: texts.storyHint,
        },
        {
          id: "order",
          label: texts.order,
          question: texts.orderText,
          variable: "complaint_order",
          type: "order-no",
          pattern: ORDER_NUMBER_PATTERN,
          required: false,
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
    exits: { submitted: "complaint-number", cancelled: "complaint-stop" },
  };
}

function hoursSteps(texts: ShopTexts["person"]): readonly Step[] {
  const { open, close, timezone } = shopFacts.supportHours;
  return [
    {
      id: "service-hours",
      kind: "business-hours",
      title: texts.hours,
      at: [8, 12],
      config: {
        timeZone: timezone,
        weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: open, to: close })),
        // The shop's people work on public holidays too.
        holidays: "none",
      },
      exits: { open: "person-open", closed: "person-closed", holiday: "person-closed" },
    },
    {
      id: "person-open",
      kind: "message",
      title: texts.open,
      at: [9, 12],
      config: say(texts.openText),
      exits: { next: "clear-message" },
    },
    {
      id: "person-closed",
      kind: "message",
      title: texts.closed,
      at: [9, 13],
      config: say(texts.closedText),
      exits: { next: "clear-message" },
    },
  ];
}

function messageSteps(texts: ShopTexts["person"], locale: Locale): readonly Step[] {
  return [
    {
      id: "clear-message",
      kind: "set-variable",
      title: texts.clear,
      at: [10, 12],
      config: { assignments: [{ variable: "problem", op: "clear" }] },
      exits: { next: "message-form" },
    },
    messageForm(texts),
    {
      id: "tag-call-back",
      kind: "tag-contact",
      title: texts.tag,
      at: [12, 12],
      config: {
        add: [texts.tagName[locale]],
        attributes: [
          { name: "phone", value: { type: "expression", source: "phone" } },
          { name: "last_message", value: { type: "expression", source: "problem" } },
        ],
      },
      exits: { next: "message-done" },
    },
    {
      id: "message-done",
      kind: "message",
      title: texts.done,
      at: [13, 12],
      config: say(texts.doneText),
      exits: { next: "wait-for-more" },
    },
    {
      id: "message-stop",
      kind: "message",
      title: texts.stop,
      at: [12, 13],
      config: say(texts.stopText),
      exits: { next: "back" },
    },
  ];
}

function messageForm(texts: ShopTexts["person"]): Step {
  return {
    id: "message-form",
    kind: "form",
    title: texts.form,
    at: [11, 12],
    config: {
      confirmTitle: texts.confirmTitle,
      allowDigression: false,
      fields: [
        {
          id: "problem",
          label: texts.problem,
          question: texts.problemText,
          variable: "problem",
          minChars: STORY_MIN_CHARS,
          hint: texts.problemHint,
        },
        {
          id: "name",
          label: texts.name,
          question: texts.nameText,
          variable: "customer_name",
          required: false,
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
    exits: { submitted: "tag-call-back", cancelled: "message-stop" },
  };
}
