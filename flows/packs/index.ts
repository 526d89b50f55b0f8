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
    answers: 127,
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

export type TemplateId = (typeof templates)[number]["id"];

export function findTemplate(id: string): Template | null {
  return templates.find((template) => template.id === id) ?? null;
}
