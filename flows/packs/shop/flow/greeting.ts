import { branch, type Step, say, toOptions } from "../../kit/step.ts";
import type { ShopTexts } from "../flow-texts/shop-texts.ts";

/** Greets in one of two ways and offers the usual requests; whoever comes with a question is not greeted first. */
export function greetingSteps({ greeting: texts }: ShopTexts): readonly Step[] {
  const { track, afterSales, refund, advice, person } = texts.menuOptions;
  return [
    {
      id: "start",
      kind: "start",
      title: texts.start,
      at: [0, 2],
      config: {},
      exits: { next: "has-question" },
    },
    {
      id: "has-question",
      kind: "condition",
      title: texts.hasQuestion,
      at: [1, 2],
      config: { branches: [branch("yes", texts.yes, 'message != ""')] },
      exits: { yes: "small-talk", else: "greeting-test" },
    },
    {
      id: "greeting-test",
      kind: "ab-split",
      title: texts.test,
      at: [2, 0],
      config: {
        experiment: "greeting",
        variants: [
          { id: "short", label: texts.short, percent: 50 },
          { id: "full", label: texts.full, percent: 50 },
        ],
      },
      exits: { short: "greet-short", full: "greet-full" },
    },
    {
      id: "greet-short",
      kind: "message",
      title: texts.sayShort,
      at: [3, 0],
      config: say(texts.shortText),
      exits: { next: "menu" },
    },
    {
      id: "greet-full",
      kind: "message",
      title: texts.sayFull,
      at: [3, 1],
      config: say(texts.fullText),
      exits: { next: "menu" },
    },
    {
      id: "menu",
      kind: "choice",
      title: texts.menu,
      at: [4, 0],
      config: {
        question: texts.menuQuestion,
        variable: "topic",
        freeText: false,
        allowDigression: false,
        options: toOptions({
          "track-order": track,
          "return-exchange": afterSales,
          "refund-status": refund,
          "product-advice": advice,
          "human-agent": person,
        }),
      },
      exits: {
        "track-order": "ask-number",
        "return-exchange": "after-sales",
        "refund-status": "ask-number",
        "product-advice": "advice-topic",
        "human-agent": "service-hours",
        other: "small-talk",
      },
    },
  ];
}
