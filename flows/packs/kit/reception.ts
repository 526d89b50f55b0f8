import type { Desk, Section, Wish } from "./desk.ts";
import { smallTalkWords, deskTexts as texts } from "./desk-texts.ts";
import { toPhrases } from "./faq.ts";
import { branch, type Step, say, toOptions } from "./step.ts";

/** The likeliest of the ambiguous candidates is no request at all. */
const IS_QUESTION = 'first(candidates).intentId in ["question-zh", "question-en"]';

/** As many examples of questions as tell them from requests; more would only slow down the learning. */
const QUESTION_EXAMPLES_MAX = 120;

export const LISTEN = "small-talk";

/** Greets who has not asked yet, and offers the usual requests. */
export function greetingSection(desk: Desk): Section {
  return {
    id: "greeting",
    title: texts.sections.greeting,
    color: "violet",
    steps: [
      {
        id: "start",
        kind: "start",
        title: texts.start,
        at: [0, 0],
        config: {},
        exits: { next: "has-question" },
      },
      {
        id: "has-question",
        kind: "condition",
        title: texts.hasQuestion,
        at: [1, 0],
        config: { branches: [branch("yes", texts.yes, 'message != ""')] },
        exits: { yes: LISTEN, else: "welcome" },
      },
      {
        id: "welcome",
        kind: "message",
        title: texts.welcome,
        at: [2, 0],
        config: say(desk.opening),
        exits: { next: "menu" },
      },
      {
        id: "menu",
        kind: "choice",
        title: texts.menu,
        at: [3, 0],
        config: {
          question: texts.menuQuestion,
          freeText: false,
          allowDigression: false,
          options: desk.menu.map(({ id, label }) => ({ id, label })),
        },
        exits: { ...Object.fromEntries(desk.menu.map(({ id, to }) => [id, to])), other: LISTEN },
      },
    ],
  };
}

/** Small talk first, then what the customer wants done, then the FAQ; asks back when unsure, and says so when lost. */
export function understandingSection(desk: Desk): Section {
  return {
    id: "understanding",
    title: texts.sections.understanding,
    color: "blue",
    steps: [...smallTalkSteps(desk), intentStep(desk), ...answerSteps(desk), ...askBackSteps(desk)],
  };
}

function smallTalkSteps(desk: Desk): readonly Step[] {
  const whole = (id: keyof typeof smallTalkWords) => ({
    id,
    name: texts.groups[id],
    words: [...smallTalkWords[id]],
    match: "whole" as const,
  });
  return [
    {
      id: LISTEN,
      kind: "keyword",
      title: texts.smallTalk,
      at: [0, 1],
      config: { groups: [whole("hello"), whole("thanks"), whole("bye"), whole("none")] },
      exits: {
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
      title: texts.hello,
      at: [1, 1],
      config: say(desk.hello),
      exits: { next: "back" },
    },
    {
      id: "say-welcome",
      kind: "message",
      title: texts.thanks,
      at: [1, 2],
      config: say(texts.thanksText),
      exits: { next: "back" },
    },
    {
      id: "end-bye",
      kind: "end",
      title: texts.bye,
      at: [1, 3],
      config: { text: desk.bye, resolution: "resolved", keepOpen: true, askRating: true },
    },
  ];
}

function intentStep(desk: Desk): Step {
  return {
    id: "what-wanted",
    kind: "intent",
    title: texts.wanted,
    at: [2, 0],
    config: {
      candidatesVariable: "candidates",
      intents: [
        ...desk.wishes.map(toIntent),
        // Questions have classes of their own, or "how much is the course" would pass for "sign me up".
        { id: "question-zh", name: texts.questionZh, examples: toQuestions(desk, "zh-CN") },
        { id: "question-en", name: texts.questionEn, examples: toQuestions(desk, "en") },
      ],
    },
    exits: {
      ...Object.fromEntries(desk.wishes.map(({ id, to }) => [id, to])),
      "question-zh": "answer",
      "question-en": "answer",
      ambiguous: "is-question",
      none: "answer",
    },
  };
}

function toIntent({ id, name, zh, en, not = "" }: Wish) {
  return { id, name, examples: [...toPhrases(zh), ...toPhrases(en)], negatives: toPhrases(not) };
}

function toQuestions({ qas }: Desk, locale: "zh-CN" | "en"): string[] {
  const asked = qas.flatMap((qa) => [qa.question[locale], ...toPhrases(locale === "en" ? qa.en : qa.zh)]);
  return asked.slice(0, QUESTION_EXAMPLES_MAX);
}

function answerSteps(desk: Desk): readonly Step[] {
  return [
    {
      id: "is-question",
      kind: "condition",
      title: texts.isQuestion,
      at: [3, 2],
      config: { branches: [branch("question", texts.question, IS_QUESTION)] },
      exits: { question: "answer", else: "which-wish" },
    },
    {
      id: "answer",
      kind: "faq",
      title: texts.answer,
      at: [4, 0],
      config: { faqSets: [desk.faqSet], candidatesVariable: "questions" },
      exits: { hit: "back", suggest: "which-question", miss: "not-understood" },
    },
    {
      id: "not-understood",
      kind: "fallback",
      title: texts.lost,
      at: [5, 1],
      config: { texts: [...desk.lost], escalateAfter: 3, escalateText: texts.lostEscalate },
      exits: { retry: "next-step", escalate: "service-hours" },
    },
    {
      id: "next-step",
      kind: "choice",
      title: texts.nextStep,
      at: [6, 1],
      config: {
        question: texts.nextStepText,
        freeText: false,
        allowDigression: false,
        options: toOptions({ person: texts.stuckPerson, menu: texts.stuckMenu }),
      },
      exits: { person: "service-hours", menu: "menu", other: LISTEN },
    },
  ];
}

function askBackSteps(desk: Desk): readonly Step[] {
  return [
    {
      id: "which-question",
      kind: "clarify",
      title: texts.whichQuestion,
      at: [5, 0],
      config: {
        source: "questions",
        question: texts.whichQuestionText,
        noneLabel: texts.none,
        allowDigression: false,
      },
      exits: { picked: "back", none: LISTEN },
    },
    {
      id: "which-wish",
      kind: "clarify",
      title: texts.whichWish,
      at: [4, 2],
      config: {
        source: "candidates",
        question: texts.whichWishText,
        noneLabel: texts.none,
        allowDigression: false,
        intents: desk.wishes.map(({ id, name }) => ({ id, label: name })),
      },
      exits: {
        ...Object.fromEntries(desk.wishes.map(({ id, to }) => [id, to])),
        picked: "try-again",
        none: LISTEN,
      },
    },
    {
      id: "try-again",
      kind: "choice",
      title: texts.stuck,
      at: [5, 2],
      config: {
        question: texts.stuckText,
        freeText: false,
        allowDigression: false,
        options: toOptions({ person: texts.stuckPerson, menu: texts.stuckMenu }),
      },
      exits: { person: "service-hours", menu: "menu", other: LISTEN },
    },
  ];
}
