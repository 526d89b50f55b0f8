import type { Locale } from "../../../kernel/text.ts";
import { EVERY_DAY, hoursOn } from "../../kit/desk.ts";
import { personSteps } from "../../kit/person-steps.ts";
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
    ...shopPerson(texts.person, locale),
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

function shopPerson(texts: ShopTexts["person"], locale: Locale): readonly Step[] {
  const { open, close, timezone } = shopFacts.supportHours;
  return personSteps({
    texts,
    hours: {
      timeZone: timezone,
      weekly: hoursOn(EVERY_DAY, open, close).map((day) => ({ ...day })),
      // The shop's people work on public holidays too.
      holidays: "none",
    },
    tag: texts.tagName[locale],
    at: [8, 12],
    next: { done: "wait-for-more", stop: "back" },
  });
}
