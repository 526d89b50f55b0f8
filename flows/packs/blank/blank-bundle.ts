import type { BundleInput } from "../../kernel/flow.ts";
import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import { contains, says, talk } from "../kit/scripts.ts";
import { say, toGraph } from "../kit/step.ts";
import type { TemplateContent } from "../kit/template.ts";

const OPENING = both("您好，请问有什么可以帮您？", "Hello! How can I help you?");
const ANSWER = both("我还在学习，这个问题暂时答不上来。", "I am still learning and cannot answer this yet.");

/** The least that can be published: it greets and gives one answer. Everything else is drawn from here. */
function toBlankBundle(locale: Locale): BundleInput {
  return {
    flow: {
      schema: 1,
      ...toGraph(
        [
          {
            id: "start",
            kind: "start",
            title: both("开始", "Start"),
            at: [0, 0],
            config: { opening: OPENING },
            exits: { next: "listen" },
          },
          {
            id: "listen",
            kind: "ask",
            title: both("听客户说", "Listen"),
            at: [1, 0],
            config: {
              question: both("请输入您的问题：", "Please type your question:"),
              variable: "question",
            },
            exits: { answered: "reply", invalid: "reply" },
          },
          {
            id: "reply",
            kind: "message",
            title: both("回答", "Reply"),
            at: [2, 0],
            config: say(ANSWER),
            exits: { next: "end" },
          },
          {
            id: "end",
            kind: "end",
            title: both("结束", "End"),
            at: [3, 0],
            config: { resolution: "resolved", keepOpen: true },
          },
        ],
        locale,
      ),
      variables: [{ name: "question", type: "text" }],
      settings: { language: locale, repair: { human: { to: "reply" } }, fallback: { to: "listen" } },
    },
  };
}

export const blankTemplate: TemplateContent = {
  toBundle: toBlankBundle,
  tests: [
    talk(["中文客户得到回答", "A Chinese customer gets a reply"], "zh-CN", {
      expectStart: [contains(OPENING["zh-CN"])],
      turns: [says("在吗", contains("我还在学习"))],
    }),
    talk(["英文客户得到回答", "An English customer gets a reply"], "en", {
      expectStart: [contains(OPENING.en)],
      turns: [says("Are you open?", contains("still learning"))],
    }),
  ],
};
