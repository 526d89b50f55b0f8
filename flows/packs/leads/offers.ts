import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { say } from "../kit/step.ts";

export const demoSection: Section = {
  id: "demo",
  title: both("预约演示", "Demos"),
  color: "green",
  steps: [
    {
      id: "demo-form",
      kind: "form",
      title: both("演示信息", "Demo form"),
      at: [0, 0],
      config: {
        confirmTitle: both("请核对演示时间", "Please check"),
        fields: [
          {
            id: "day",
            label: both("日期", "Day"),
            question: both("哪天方便？演示约 30 分钟。", "Which day suits you? It takes 30 minutes."),
            variable: "demo_day",
            type: "date",
            dates: "future",
          },
          {
            id: "mail",
            label: both("邮箱", "E-mail"),
            question: both("会议链接发到哪个邮箱？", "Where shall we send the link?"),
            variable: "email",
            type: "email",
          },
        ],
      },
      exits: { submitted: "demo-done", cancelled: "demo-stop" },
    },
    {
      id: "demo-done",
      kind: "message",
      title: both("演示已约", "Demo booked"),
      at: [1, 0],
      config: say(
        both(
          "已约 {{ demo_day }}，会议链接稍后发到 {{ email }}。",
          "Booked for {{ demo_day }}; the link goes to {{ email }}.",
        ),
      ),
      exits: { next: "back" },
    },
    {
      id: "demo-stop",
      kind: "message",
      title: both("先不约", "Not now"),
      at: [1, 1],
      config: say(
        both(
          "好的，没有预约。可以先免费试用 14 天。",
          "All right, nothing was booked. You can try it free for 14 days.",
        ),
      ),
      exits: { next: "back" },
    },
  ],
};

export function materialSection(locale: Locale): Section {
  return {
    id: "material",
    title: both("资料和合作", "Material and partners"),
    color: "amber",
    steps: [
      {
        id: "brochure-mail",
        kind: "ask",
        title: both("发到哪个邮箱", "Which e-mail"),
        at: [0, 0],
        config: {
          question: both(
            "资料发到哪个邮箱？只发这一次，不会群发广告。",
            "Which e-mail shall we send it to? Once only, no newsletters.",
          ),
          variable: "email",
          type: "email",
          skippable: true,
        },
        exits: { answered: "brochure-tag", invalid: "brochure-later", skipped: "brochure-later" },
      },
      {
        id: "brochure-tag",
        kind: "tag-contact",
        title: both("标记要资料", "Tag for material"),
        at: [1, 0],
        config: {
          add: [both("要资料", "Wants material")[locale]],
          attributes: [{ name: "email", value: { type: "expression", source: "email" } }],
        },
        exits: { next: "brochure-done" },
      },
      {
        id: "brochure-done",
        kind: "message",
        title: both("马上发", "On its way"),
        at: [2, 0],
        config: say(
          both(
            "好的，产品手册和报价参考马上发到 {{ email }}。",
            "The brochure and a price guide are on their way to {{ email }}.",
          ),
        ),
        exits: { next: "back" },
      },
      {
        id: "brochure-later",
        kind: "message",
        title: both("先不发", "Not now"),
        at: [1, 1],
        config: say(
          both("没关系，想要的时候再告诉我邮箱。", "No problem, tell me your e-mail when you like."),
        ),
        exits: { next: "back" },
      },
      {
        id: "partner-hello",
        kind: "message",
        title: both("合作政策", "Partner terms"),
        at: [0, 2],
        config: say(
          both(
            "代理返佣 20% 起，提供培训和线索支持。留下联系方式，渠道经理 1 个工作日内联系您。",
            "Partners earn from 20%, with training and leads. Leave your contact; the partner manager calls within 1 working day.",
          ),
        ),
        exits: { next: "contact-form" },
      },
    ],
  };
}
