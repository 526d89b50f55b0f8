import type { Text } from "../../kernel/text.ts";
import { type Step, say } from "./step.ts";

const PROBLEM_MIN_CHARS = 4;

type PersonTexts = {
  readonly [Key in
    | "hours"
    | "open"
    | "openText"
    | "closed"
    | "closedText"
    | "clear"
    | "form"
    | "confirmTitle"
    | "problem"
    | "problemText"
    | "problemHint"
    | "name"
    | "nameText"
    | "phone"
    | "phoneText"
    | "phoneHint"
    | "tag"
    | "done"
    | "doneText"
    | "stop"
    | "stopText"]: Text;
};

type Person = {
  readonly texts: PersonTexts;
  /** Said before the first question of the form. */
  readonly intro?: Text;
  readonly hours: Extract<Step, { kind: "business-hours" }>["config"];
  /** Put on whoever left a message. */
  readonly tag: string;
  /** Column and row of the first step. */
  readonly at: Step["at"];
  /** Steps that follow a message, and a change of mind. */
  readonly next: { readonly done: string; readonly stop: string };
};

/** Says whether colleagues are there, takes a message with a number to call, and tags who left it. Begins at `service-hours`. */
export function personSteps(person: Person): readonly Step[] {
  const { texts, hours, next } = person;
  const [column, row] = person.at;
  const at = (columns: number, rows = 0) => [column + columns, row + rows] as const;
  return [
    {
      id: "service-hours",
      kind: "business-hours",
      title: texts.hours,
      at: at(0),
      config: hours,
      exits: { open: "person-open", closed: "person-closed", holiday: "person-closed" },
    },
    {
      id: "person-open",
      kind: "message",
      title: texts.open,
      at: at(1),
      config: say(texts.openText),
      exits: { next: "clear-message" },
    },
    {
      id: "person-closed",
      kind: "message",
      title: texts.closed,
      at: at(1, 1),
      config: say(texts.closedText),
      exits: { next: "clear-message" },
    },
    {
      id: "clear-message",
      kind: "set-variable",
      title: texts.clear,
      at: at(2),
      config: { assignments: [{ variable: "problem", op: "clear" }] },
      exits: { next: "message-form" },
    },
    {
      id: "message-form",
      kind: "form",
      title: texts.form,
      at: at(3),
      config: toForm(person),
      exits: { submitted: "tag-call-back", cancelled: "message-stop" },
    },
    {
      id: "tag-call-back",
      kind: "tag-contact",
      title: texts.tag,
      at: at(4),
      config: {
        add: [person.tag],
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
      at: at(5),
      config: say(texts.doneText),
      exits: { next: next.done },
    },
    {
      id: "message-stop",
      kind: "message",
      title: texts.stop,
      at: at(4, 1),
      config: say(texts.stopText),
      exits: { next: next.stop },
    },
  ];
}

function toForm({ texts, intro }: Person): Extract<Step, { kind: "form" }>["config"] {
  return {
    ...(intro === undefined ? {} : { intro }),
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
  };
}
