import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { assign, branch, type Step, say, toOptions } from "../kit/step.ts";

/** Points from size and time: 4 or more is worth a call today. */
const SCORE =
  '(team_size == "large" ? 3 : team_size == "middle" ? 2 : 1) + (start_when == "now" ? 2 : start_when == "quarter" ? 1 : 0)';
const HOT_FROM = 4;

const questions: readonly Step[] = [
  {
    id: "need",
    kind: "ask",
    title: both("想解决什么？", "What for?"),
    at: [0, 0],
    config: {
      question: both(
        "主要想解决什么问题？一句话就行。",
        "What would you like to solve? One sentence is enough.",
      ),
      variable: "need",
      maxChars: 300,
      allowDigression: true,
    },
    exits: { answered: "team-size", invalid: "team-size" },
  },
  {
    id: "team-size",
    kind: "choice",
    title: both("多少人用？", "How many users?"),
    at: [1, 0],
    config: {
      question: both("大概多少人使用？", "How many people would use it?"),
      variable: "team_size",
      allowDigression: false,
      options: toOptions({
        small: both("10 人以内", "Up to 10"),
        middle: both("10 至 100 人", "10 to 100"),
        large: both("100 人以上", "Over 100"),
      }),
    },
    exits: { small: "start-when", middle: "start-when", large: "start-when", other: "start-when" },
  },
  {
    id: "start-when",
    kind: "choice",
    title: both("什么时候用？", "When?"),
    at: [2, 0],
    config: {
      question: both("打算什么时候开始用？", "When would you like to start?"),
      variable: "start_when",
      allowDigression: false,
      options: toOptions({
        now: both("尽快", "As soon as possible"),
        quarter: both("三个月内", "Within three months"),
        later: both("只是了解", "Just looking"),
      }),
    },
    exits: { now: "contact-form", quarter: "contact-form", later: "contact-form", other: "contact-form" },
  },
  {
    id: "contact-form",
    kind: "form",
    title: both("联系方式", "Contact"),
    at: [3, 0],
    config: {
      intro: both(
        "最后留个联系方式，我们只用来发报价和联系您，不会转给第三方。",
        "Finally your contact. We use it to send the quote and reach you, and give it to nobody else.",
      ),
      confirmTitle: both("请核对", "Please check"),
      allowDigression: false,
      fields: [
        {
          id: "name",
          label: both("称呼", "Name"),
          question: both("怎么称呼您？", "What is your name?"),
          variable: "customer_name",
        },
        {
          id: "company",
          label: both("公司", "Company"),
          question: both("公司名称？", "Your company?"),
          variable: "company",
          required: false,
        },
        {
          id: "phone",
          label: both("电话", "Phone"),
          question: both("联系电话？", "Your phone number?"),
          variable: "phone",
          type: "phone",
        },
      ],
    },
    exits: { submitted: "score", cancelled: "contact-stop" },
  },
];

/** Asks what a salesperson would ask first, weighs the answers, and promises a call that fits. */
export function qualifySection(locale: Locale): Section {
  return {
    id: "quote",
    title: both("报价线索", "Quotes"),
    color: "teal",
    steps: [
      ...questions,
      {
        id: "score",
        kind: "set-variable",
        title: both("算意向分", "Score"),
        at: [4, 0],
        config: { assignments: [assign("score", SCORE)] },
        exits: { next: "is-hot" },
      },
      {
        id: "is-hot",
        kind: "condition",
        title: both("意向高？", "Hot lead?"),
        at: [5, 0],
        config: { branches: [branch("hot", both("高意向", "Hot"), `score >= ${HOT_FROM}`)] },
        exits: { hot: "tag-hot", else: "tag-warm" },
      },
      ...outcomes(locale),
      {
        id: "contact-stop",
        kind: "message",
        title: both("先不留", "Not now"),
        at: [4, 1],
        config: say(
          both(
            "没问题，先看看也好。随时可以问我价格和功能。",
            "No problem, have a look around. Ask me about prices and features any time.",
          ),
        ),
        exits: { next: "back" },
      },
    ],
  };
}

function outcomes(locale: Locale): readonly Step[] {
  const lead = (name: string) => ({ name, value: { type: "expression" as const, source: name } });
  return [
    {
      id: "tag-hot",
      kind: "tag-contact",
      title: both("标记高意向", "Tag as hot"),
      at: [6, 0],
      config: {
        add: [both("高意向", "Hot lead")[locale]],
        attributes: [lead("need"), lead("company"), lead("score")],
      },
      exits: { next: "promise-today" },
    },
    {
      id: "promise-today",
      kind: "message",
      title: both("今天联系", "Call today"),
      at: [7, 0],
      config: say(
        both(
          "谢谢{{ customer_name }}！顾问会在今天联系您，并带上一份按您规模做的报价。",
          "Thank you, {{ customer_name }}! A consultant calls you today with a quote for your size.",
        ),
      ),
      exits: { next: "back" },
    },
    {
      id: "tag-warm",
      kind: "tag-contact",
      title: both("标记了解中", "Tag as warm"),
      at: [6, 1],
      config: {
        add: [both("了解中", "Warm lead")[locale]],
        attributes: [lead("need"), lead("company"), lead("score")],
      },
      exits: { next: "promise-material" },
    },
    {
      id: "promise-material",
      kind: "message",
      title: both("发资料", "Send material"),
      at: [7, 1],
      config: say(
        both(
          "谢谢{{ customer_name }}！我们会把报价和案例发给您，不急着打扰。也可以先免费试用 14 天。",
          "Thank you, {{ customer_name }}! We send the quote and some stories, no pressure. You can also try it free for 14 days.",
        ),
      ),
      exits: { next: "back" },
    },
  ];
}
