import type { Locale } from "../../../kernel/text.ts";
import { branch, type Step, say, toOptions } from "../../kit/step.ts";
import { ORDER_NUMBER_PATTERN } from "../demo-orders.ts";
import { faqEn } from "../faq-en.ts";
import type { FaqEntry } from "../faq-entry.ts";
import { faqZh } from "../faq-zh.ts";
import type { ShopTexts } from "../flow-texts/shop-texts.ts";
import { shopIntents } from "../intents.ts";
import { smallTalk } from "../small-talk.ts";

export const SHOP_FAQ_SET = "shop";

/** The likeliest of the ambiguous candidates is no request at all. */
const IS_QUESTION = 'first(candidates).intentId in ["question-zh", "question-en"]';

/** Where a question sounds like a request: these teach the difference, so more of theirs are shown. */
const NEAR_REQUESTS: ReadonlySet<FaqEntry["category"]> = new Set([
  ...(["returns", "exchanges", "refunds", "tracking", "orders"] as const),
  ...(["invoices", "complaints", "sizing", "stock", "contact"] as const),
]);

/** With more of them requests are taken for questions too often, with fewer the other way round. */
const NEAR_EXAMPLES = 4;
const FAR_EXAMPLES = 2;

/** Small talk first, then what the customer wants done, then the FAQ; asks back when unsure, and says so when lost. */
export function understandingSteps({ understanding: texts }: ShopTexts, locale: Locale): readonly Step[] {
  return [
    ...smallTalkSteps(texts, locale),
    intentStep(texts),
    ...answerSteps(texts),
    ...askBackSteps(texts),
    {
      id: "not-understood",
      kind: "fallback",
      title: texts.fallback,
      at: [6, 6],
      config: {
        texts: [...texts.fallbackTexts],
        escalateAfter: 3,
        escalateText: texts.fallbackEscalate,
      },
      exits: { retry: "next-step", escalate: "service-hours" },
    },
    {
      id: "next-step",
      kind: "choice",
      title: texts.nextStep,
      at: [7, 6],
      config: {
        question: texts.nextStepText,
        freeText: false,
        allowDigression: false,
        options: toOptions(texts.stuckOptions),
      },
      exits: { person: "service-hours", menu: "menu", other: "small-talk" },
    },
    { id: "back", kind: "jump", title: texts.back, at: [7, 5], config: { target: "small-talk" } },
  ];
}

function smallTalkSteps(texts: ShopTexts["understanding"], locale: Locale): readonly Step[] {
  const other = locale === "en" ? "zh-CN" : "en";
  const whole = (group: "hello" | "thanks" | "bye" | "none") => ({
    id: group,
    name: texts.groups[group],
    // The editor sees the first few on the card.
    words: [...smallTalk[group][locale], ...smallTalk[group][other]],
    match: "whole" as const,
  });
  return [
    {
      id: "small-talk",
      kind: "keyword",
      title: texts.smallTalk,
      at: [2, 4],
      config: {
        variable: "order_number",
        groups: [
          { id: "number", name: texts.groups.number, patterns: [`^\\s*${ORDER_NUMBER_PATTERN}\\s*$`] },
          whole("hello"),
          whole("thanks"),
          whole("bye"),
          whole("none"),
        ],
      },
      exits: {
        number: "topic-track",
        hello: "say-hello",
        thanks: "say-welcome",
        bye: "end-bye",
        none: "try-again",
        else: "what-wanted",
      },
    },
    {
      id: "say-hello",
      kind: "message",
      title: texts.sayHello,
      at: [3, 5],
      config: say(texts.helloText, texts.helloOther),
      exits: { next: "back" },
    },
    {
      id: "say-welcome",
      kind: "message",
      title: texts.sayWelcome,
      at: [3, 6],
      config: say(texts.welcomeText, texts.welcomeOther),
      exits: { next: "back" },
    },
    {
      id: "end-bye",
      kind: "end",
      title: texts.bye,
      at: [3, 7],
      config: { text: texts.byeText, resolution: "resolved", keepOpen: true, askRating: true },
    },
  ];
}

function intentStep(texts: ShopTexts["understanding"]): Step {
  return {
    id: "what-wanted",
    kind: "intent",
    title: texts.wanted,
    at: [3, 4],
    config: {
      intentVariable: "topic",
      candidatesVariable: "candidates",
      intents: [
        ...shopIntents.map(({ id, name, description, examples, negatives }) => ({
          id,
          name,
          description,
          examples: [...examples["zh-CN"], ...examples.en],
          negatives: [...negatives["zh-CN"], ...negatives.en],
        })),
        // Questions have classes of their own, or "how long does a refund take" would pass for "look up my refund".
        toQuestionIntent("question-zh", texts.questionZh, faqZh),
        toQuestionIntent("question-en", texts.questionEn, faqEn),
      ],
    },
    exits: {
      "track-order": "number-in-message",
      "return-exchange": "after-sales",
      "refund-status": "number-in-message",
      invoice: "invoice-type",
      complaint: "tag-complaint",
      "product-advice": "advice-topic",
      "change-order": "number-in-message",
      "human-agent": "service-hours",
      "question-zh": "answer",
      "question-en": "answer",
      ambiguous: "answer-first",
      none: "answer",
    },
  };
}

function toQuestionIntent(
  id: string,
  name: ShopTexts["understanding"]["questionZh"],
  faq: readonly FaqEntry[],
) {
  const examples = faq.flatMap(({ category, question, similar }) =>
    pickEvenly([question, ...similar], NEAR_REQUESTS.has(category) ? NEAR_EXAMPLES : FAR_EXAMPLES),
  );
  return { id, name, examples };
}

/** Short ones and told ones stand in their order, so an even pick has both. */
function pickEvenly<Item>(items: readonly Item[], count: number): readonly Item[] {
  return items.filter(
    (_, at) => Math.floor((at * count) / items.length) !== Math.floor(((at - 1) * count) / items.length),
  );
}

function answerSteps(texts: ShopTexts["understanding"]): readonly Step[] {
  return [
    {
      id: "answer",
      kind: "faq",
      title: texts.answer,
      at: [4, 5],
      config: { faqSets: [SHOP_FAQ_SET], candidatesVariable: "questions" },
      exits: { hit: "back", suggest: "which-question", miss: "not-understood" },
    },
    {
      id: "answer-first",
      kind: "faq",
      title: texts.answerFirst,
      at: [4, 4],
      config: { faqSets: [SHOP_FAQ_SET], candidatesVariable: "questions" },
      exits: { hit: "back", suggest: "question-or-request", miss: "request-or-lost" },
    },
    {
      id: "question-or-request",
      kind: "condition",
      title: texts.questionOrRequest,
      at: [5, 3],
      config: { branches: [branch("question", texts.questionZh, IS_QUESTION)] },
      exits: { question: "which-question", else: "which-intent" },
    },
    {
      id: "request-or-lost",
      kind: "condition",
      title: texts.requestOrLost,
      at: [5, 6],
      config: { branches: [branch("question", texts.questionZh, IS_QUESTION)] },
      exits: { question: "not-understood", else: "which-intent" },
    },
  ];
}

function askBackSteps(texts: ShopTexts["understanding"]): readonly Step[] {
  return [
    {
      id: "which-intent",
      kind: "clarify",
      title: texts.whichIntent,
      at: [6, 4],
      config: {
        source: "candidates",
        question: texts.whichIntentText,
        noneLabel: texts.none,
        allowDigression: false,
        pickedVariable: "topic",
        intents: shopIntents.map(({ id }) => ({ id })),
      },
      exits: {
        "track-order": "ask-number",
        "return-exchange": "after-sales",
        "refund-status": "ask-number",
        invoice: "invoice-type",
        complaint: "tag-complaint",
        "product-advice": "advice-topic",
        "change-order": "ask-number",
        "human-agent": "service-hours",
        picked: "try-again",
        none: "small-talk",
      },
    },
    {
      id: "which-question",
      kind: "clarify",
      title: texts.whichQuestion,
      at: [6, 5],
      config: {
        source: "questions",
        question: texts.whichQuestionText,
        noneLabel: texts.none,
        allowDigression: false,
      },
      exits: { picked: "back", none: "small-talk" },
    },
    {
      id: "try-again",
      kind: "choice",
      title: texts.stuck,
      at: [6, 7],
      config: {
        question: texts.stuckText,
        freeText: false,
        allowDigression: false,
        options: toOptions(texts.stuckOptions),
      },
      exits: { person: "service-hours", menu: "menu", other: "small-talk" },
    },
  ];
}
