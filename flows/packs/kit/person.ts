import type { Locale } from "../../kernel/text.ts";
import type { Desk, Section } from "./desk.ts";
import { deskTexts as texts } from "./desk-texts.ts";
import { type Step, say } from "./step.ts";

const PROBLEM_MIN_CHARS = 4;

/** Says whether colleagues are there, takes a message with a number to call, and tags who left it. */
export function personSection(desk: Desk, locale: Locale): Section {
  return {
    id: "person",
    title: texts.sections.person,
    color: "rose",
    steps: [
      {
        id: "service-hours",
        kind: "business-hours",
        title: texts.hours,
        at: [0, 0],
        config: { weekly: [...desk.hours.weekly], holidays: desk.hours.holidays },
        exits: { open: "person-open", closed: "person-closed", holiday: "person-closed" },
      },
      {
        id: "person-open",
        kind: "message",
        title: texts.open,
        at: [1, 0],
        config: say(desk.openText),
        exits: { next: "message-form" },
      },
      {
        id: "person-closed",
        kind: "message",
        title: texts.closed,
        at: [1, 1],
        config: say(desk.closedText),
        exits: { next: "message-form" },
      },
      messageForm(),
      {
        id: "tag-call-back",
        kind: "tag-contact",
        title: texts.tag,
        at: [3, 0],
        config: {
          add: [desk.tag[locale]],
          attributes: [{ name: "last_message", value: { type: "expression", source: "problem" } }],
        },
        exits: { next: "clear-message" },
      },
      {
        id: "clear-message",
        kind: "set-variable",
        title: texts.received,
        at: [4, 0],
        config: { assignments: [{ variable: "problem", op: "clear" }] },
        exits: { next: "message-done" },
      },
      {
        id: "message-done",
        kind: "message",
        title: texts.received,
        at: [5, 0],
        config: say(desk.receivedText),
        exits: { next: "back" },
      },
      {
        id: "message-stop",
        kind: "message",
        title: texts.stop,
        at: [3, 1],
        config: say(texts.stopText),
        exits: { next: "back" },
      },
    ],
  };
}

function messageForm(): Step {
  return {
    id: "message-form",
    kind: "form",
    title: texts.message,
    at: [2, 0],
    config: {
      intro: texts.messageIntro,
      confirmTitle: texts.confirmTitle,
      // A story of what went wrong sounds like many questions; answering one in the middle of it would add insult.
      allowDigression: false,
      fields: [
        {
          id: "problem",
          label: texts.problem,
          question: texts.problemText,
          variable: "problem",
          minChars: PROBLEM_MIN_CHARS,
          hint: texts.problemHint,
        },
        {
          id: "name",
          label: texts.nameField,
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
