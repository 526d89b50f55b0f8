import { both } from "../kit/both.ts";
import { type Step, say, toOptions } from "../kit/step.ts";

/** Suggests a course by age and wish, and goes on to a trial or a sign-up. */
export const adviceSteps: readonly Step[] = [
  {
    id: "advice-age",
    kind: "ask",
    title: both("孩子几岁？", "How old?"),
    at: [0, 0],
    config: {
      question: both("孩子几岁？", "How old is your child?"),
      variable: "age",
      type: "number",
      integer: true,
      min: 4,
      max: 18,
    },
    exits: { answered: "advice-goal", invalid: "service-hours" },
  },
  {
    id: "advice-goal",
    kind: "choice",
    title: both("最想要什么？", "What matters most?"),
    at: [1, 0],
    config: {
      question: both("最希望孩子得到什么？", "What would you like most?"),
      allowDigression: false,
      options: toOptions({
        logic: both("逻辑思维", "Logical thinking"),
        speaking: both("开口说英语", "Speaking English"),
        making: both("动手做作品", "Making things"),
      }),
    },
    exits: { logic: "is-young", speaking: "advise-english", making: "is-young", other: "service-hours" },
  },
  {
    id: "is-young",
    kind: "condition",
    title: both("7 岁以下？", "Under seven?"),
    at: [2, 0],
    config: {
      branches: [
        {
          id: "young",
          label: both("7 岁以下", "Under seven"),
          when: { type: "rules", groups: [{ rules: [{ left: "age", operator: "less", right: 7 }] }] },
        },
      ],
    },
    exits: { young: "advise-maths", else: "advise-coding" },
  },
  {
    id: "advise-maths",
    kind: "message",
    title: both("推荐数学思维", "Advise maths"),
    at: [3, 0],
    config: say(
      both(
        "{{ age }} 岁推荐“数学思维”：用游戏和教具练逻辑，2,680 元一期。可以先约免费试听。",
        "At {{ age }} I suggest Maths thinking: logic by games, ¥2,680 a term. Try a free lesson first.",
      ),
    ),
    exits: { next: "advice-next" },
  },
  {
    id: "advise-coding",
    kind: "message",
    title: both("推荐编程", "Advise coding"),
    at: [3, 1],
    config: say(
      both(
        "{{ age }} 岁推荐“少儿编程”：每节课做一个小作品，2,980 元一期。可以先约免费试听。",
        "At {{ age }} I suggest Kids' coding: every lesson ends with something made, ¥2,980 a term. Try a free lesson first.",
      ),
    ),
    exits: { next: "advice-next" },
  },
  {
    id: "advise-english",
    kind: "message",
    title: both("推荐口语", "Advise English"),
    at: [3, 2],
    config: say(
      both(
        "推荐“英语口语”：外教小班，每节课每个孩子至少开口 15 分钟，3,280 元一期。",
        "I suggest Spoken English: small groups with a native speaker, each child talks 15 minutes a lesson, ¥3,280 a term.",
      ),
    ),
    exits: { next: "advice-next" },
  },
  {
    id: "advice-next",
    kind: "choice",
    title: both("接下来", "What next?"),
    at: [4, 0],
    config: {
      question: both("要不要现在安排？", "Shall I arrange it?"),
      freeText: false,
      allowDigression: false,
      options: toOptions({
        trial: both("约试听", "Book a trial"),
        "sign-up": both("直接报名", "Sign up"),
        later: both("再看看", "Not yet"),
      }),
    },
    exits: { trial: "trial-form", "sign-up": "sign-up-form", later: "advice-later", other: "back" },
  },
  {
    id: "advice-later",
    kind: "message",
    title: both("不急", "No hurry"),
    at: [5, 0],
    config: say(
      both(
        "好的，您先看看，想约试听随时告诉我。",
        "Take your time. Tell me whenever you would like a free lesson.",
      ),
    ),
    exits: { next: "back" },
  },
];
