import { contains, leaves, picks, says, talk, visits } from "../kit/scripts.ts";
import type { TemplateTest } from "../kit/template.ts";

export const educationTests: readonly TemplateTest[] = [
  talk(["回答学费", "Answers the fee"], "zh-CN", {
    turns: [says("请问一期课程要多少钱", leaves("answer", "hit"), contains("2,980"))],
  }),
  talk(["报名并说出学费", "Signs up and names the fee"], "zh-CN", {
    turns: [
      says("我想给孩子报名", leaves("what-wanted", "sign-up")),
      picks("coding"),
      says("8"),
      says("13800138000"),
      says("确认", contains("2980 元"), visits("sign-up-done")),
    ],
  }),
  talk(["报名中途问退费，再接着报", "A question in the middle of signing up"], "zh-CN", {
    turns: [
      says("我要报名"),
      picks("maths"),
      says("不上了可以退费吗", contains("剩余课时"), contains("孩子几岁")),
      says("6"),
    ],
  }),
  talk(["六岁推荐数学思维", "Advises maths at six"], "zh-CN", {
    turns: [
      says("我家孩子适合学什么课", leaves("what-wanted", "find-course")),
      says("6"),
      picks("logic", visits("advise-maths")),
      picks("later", visits("back-from-advice")),
    ],
  }),
  talk(["英文：预约试听", "Books a trial, in English"], "en", {
    turns: [
      says("I'd like to book a trial lesson", leaves("what-wanted", "trial")),
      picks("english"),
      says("2026-03-07"),
      says("+1 415 555 0132"),
      says("confirm", visits("trial-done")),
    ],
  }),
  talk(["英文：问班级人数", "Class size, in English"], "en", {
    turns: [says("how many kids are in one class", leaves("answer", "hit"), contains("4 to 8"))],
  }),
];
