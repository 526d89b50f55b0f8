import type { Locale } from "../kernel/text.ts";
import { LOCALES } from "../kernel/text.ts";
import { type Both, both } from "./kit/both.ts";
import type { TemplateContent } from "./kit/template.ts";

/** What the gallery shows of a template. Its flow is loaded only when it is chosen, so that pages stay small. */
export type Template = {
  readonly id: string;
  /** Name of a lucide icon. */
  readonly icon: string;
  readonly name: Both;
  readonly summary: Both;
  /** What customers can do with it. */
  readonly abilities: readonly Both[];
  readonly answers: number;
  readonly languages: readonly Locale[];
  /** The first words of a talk, to see how it sounds. */
  readonly preview: readonly { readonly from: "bot" | "customer"; readonly text: Both }[];
  /** Method syntax keeps the list readable; each import is a chunk of its own. */
  load(): Promise<TemplateContent>;
};

export const templates = [
  {
    id: "shop",
    icon: "shopping-bag",
    name: both("电商店铺", "Online shop"),
    summary: both(
      "查订单和退款、登记售后、推荐尺码，解答配送和发票",
      "Looks up orders and refunds, files returns, advises on sizes, answers on shipping",
    ),
    abilities: [
      both("查订单和物流", "Track orders"),
      both("退换货登记", "Returns and exchanges"),
      both("查退款", "Refunds"),
      both("投诉与留言", "Complaints"),
    ],
    answers: 129,
    languages: LOCALES,
    preview: [
      { from: "customer", text: both("我的快递到哪了", "Where is my order?") },
      { from: "bot", text: both("请发一下订单号，我来查。", "Send me the order number and I will look.") },
      { from: "customer", text: both("WC2026111803", "WC2026111803") },
      {
        from: "bot",
        text: both("已由顺丰速运派送中，预计今天送达。", "SF Express is delivering it; expected today."),
      },
    ],
    load: async () => (await import("./shop/shop-template.ts")).shopTemplate,
  },
  {
    id: "education",
    icon: "graduation-cap",
    name: both("教育招生", "Education enrolment"),
    summary: both(
      "报名、约试听、选课建议、请假，解答学费和课程",
      "Signs up, books trial lessons, advises on courses, answers on fees",
    ),
    abilities: [
      both("报名并算学费", "Sign-up with the fee"),
      both("预约免费试听", "Free trial lessons"),
      both("按年龄推荐课程", "Course advice by age"),
      both("请假登记", "Leave requests"),
    ],
    answers: 15,
    languages: LOCALES,
    preview: [
      { from: "customer", text: both("6 岁孩子适合学什么", "What suits a six-year-old?") },
      { from: "bot", text: both("最希望孩子得到什么？", "What would you like most?") },
      { from: "customer", text: both("逻辑思维", "Logical thinking") },
      {
        from: "bot",
        text: both(
          "推荐“数学思维”，可以先约一节免费试听。",
          "I suggest Maths thinking. Try a free lesson first.",
        ),
      },
    ],
    load: async () => (await import("./education/education-template.ts")).educationTemplate,
  },
  {
    id: "bank",
    icon: "landmark",
    name: both("银行热线", "Bank hotline"),
    summary: both(
      "紧急挂失和止付、预约网点、贷款试算，解答账户和转账",
      "Lost cards and fraud first, branch visits, loans, accounts and transfers",
    ),
    abilities: [
      both("挂失和被骗的紧急指引", "Lost card and fraud, at once"),
      both("预约网点", "Branch appointments"),
      both("贷款月供试算", "Loan estimates"),
      both("不索要卡号和密码", "Never asks for numbers or passwords"),
    ],
    answers: 16,
    languages: LOCALES,
    preview: [
      { from: "customer", text: both("我的卡丢了", "I lost my card") },
      { from: "bot", text: both("别担心，先选丢失的是哪一种：", "Don't worry. Which one is it?") },
      { from: "customer", text: both("储蓄卡", "Debit card") },
      {
        from: "bot",
        text: both("请打开手机银行“卡片 → 挂失”，10 秒冻结。", "In the app, Cards → Block takes 10 seconds."),
      },
    ],
    load: async () => (await import("./bank/bank-template.ts")).bankTemplate,
  },
  {
    id: "hotel",
    icon: "bed-double",
    name: both("酒店前台", "Hotel"),
    summary: both(
      "订房算价、改订取消、客房服务，解答入住问题",
      "Books rooms, changes bookings, sends room service, answers guests",
    ),
    abilities: [
      both("订房并算出房费", "Bookings with a price"),
      both("改期和取消", "Changes and cancellations"),
      both("客房服务和叫早", "Room service and wake-up calls"),
      both("前台留言", "Messages for reception"),
    ],
    answers: 16,
    languages: LOCALES,
    preview: [
      { from: "customer", text: both("想订一间大床房", "I'd like a double room") },
      { from: "bot", text: both("哪天入住？", "Which day do you arrive?") },
      { from: "customer", text: both("明天，两晚", "Tomorrow, two nights") },
      {
        from: "bot",
        text: both(
          "已登记，房费共 796 元，前台 15 分钟内确认。",
          "Noted, ¥796 in all. Reception confirms within 15 minutes.",
        ),
      },
    ],
    load: async () => (await import("./hotel/hotel-template.ts")).hotelTemplate,
  },
  {
    id: "it-help",
    icon: "life-buoy",
    name: both("IT 服务台", "IT help desk"),
    summary: both(
      "重置密码、VPN 排查、设备报修、软件申请",
      "Resets passwords, checks the VPN, takes faults and software requests",
    ),
    abilities: [
      both("自助重置密码", "Password self-service"),
      both("一步步排查 VPN", "VPN check, step by step"),
      both("报修并分紧急程度", "Faults by urgency"),
      both("软件申请", "Software requests"),
    ],
    answers: 15,
    languages: LOCALES,
    preview: [
      { from: "customer", text: both("电脑开不了机", "My laptop does not start") },
      { from: "bot", text: both("出了什么问题？影响多大？", "What is wrong, and how bad is it?") },
      { from: "customer", text: both("没法工作", "I cannot work") },
      {
        from: "bot",
        text: both(
          "单号 IT03021000，工程师 30 分钟内到。",
          "Ticket IT03021000. An engineer comes within 30 minutes.",
        ),
      },
    ],
    load: async () => (await import("./it-help/it-template.ts")).itTemplate,
  },
  {
    id: "leads",
    icon: "megaphone",
    name: both("销售获客", "Lead capture"),
    summary: both(
      "问清需求、打意向分、约演示、发资料，解答价格和功能",
      "Qualifies and scores leads, books demos, sends material, answers on prices",
    ),
    abilities: [
      both("问清需求并打分", "Qualifies and scores"),
      both("预约演示", "Books demos"),
      both("收集邮箱发资料", "Sends the brochure"),
      both("高意向当天联系", "Hot leads are called today"),
    ],
    answers: 12,
    languages: LOCALES,
    preview: [
      { from: "customer", text: both("给我们报个价", "Please send us a quote") },
      {
        from: "bot",
        text: both(
          "主要想解决什么问题？大概多少人用？",
          "What would you like to solve, for how many people?",
        ),
      },
      { from: "customer", text: both("统一管理客户，100 人以上", "Manage our customers, over 100") },
      {
        from: "bot",
        text: both(
          "谢谢！顾问会在今天联系您，并带上报价。",
          "Thank you! A consultant calls you today with a quote.",
        ),
      },
    ],
    load: async () => (await import("./leads/leads-template.ts")).leadsTemplate,
  },
  {
    id: "blank",
    icon: "file",
    name: both("空白", "Blank"),
    summary: both("从一句欢迎语开始，自己画", "Start from a greeting and draw the rest"),
    abilities: [],
    answers: 0,
    languages: LOCALES,
    preview: [],
    load: async () => (await import("./blank/blank-bundle.ts")).blankTemplate,
  },
] as const satisfies readonly Template[];

export function findTemplate(id: string): Template | null {
  return templates.find((template) => template.id === id) ?? null;
}
