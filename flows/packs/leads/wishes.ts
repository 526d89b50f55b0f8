import { both } from "../kit/both.ts";
import type { Wish } from "../kit/desk.ts";

export const leadsWishes: readonly Wish[] = [
  {
    id: "get-quote",
    name: both("获取报价", "Get a quote"),
    to: "need",
    zh: "给我报个价 | 我们公司 50 人，请报价 | 想要一份报价单 | 帮我算一下我们要多少钱 | 想采购，请联系我 | 我要买 | 请发正式报价",
    en: "send me a quote | we are 50 people, please quote | I want an offer | we want to buy | prepare a quotation for us | I need a formal offer",
    not: "多少钱 | 有价目表吗 | what are your prices",
  },
  {
    id: "book-demo",
    name: both("预约演示", "Book a demo"),
    to: "demo-form",
    zh: "预约演示 | 能给我们演示一下吗 | 约个时间看产品 | 安排一次线上演示 | 想看看怎么用 | 明天可以演示吗",
    en: "book a demo | can you show us the product | schedule a demo call | I want to see it live | arrange a presentation | demo tomorrow please",
    not: "可以免费试用吗 | is there a free trial",
  },
  {
    id: "get-brochure",
    name: both("要资料", "Get the brochure"),
    to: "brochure-mail",
    zh: "发一份资料给我 | 有产品手册吗 | 把介绍发我邮箱 | 要一份白皮书 | 资料包在哪下载 | 发个 PPT 给我",
    en: "send me the brochure | do you have a product sheet | e-mail me some material | I want the white paper | where can I download the slides | information pack please",
    not: "客户案例 | customer stories",
  },
  {
    id: "partner",
    name: both("渠道合作", "Become a partner"),
    to: "partner-hello",
    zh: "想做你们的代理 | 渠道合作怎么谈 | 我们想代理产品 | 合作加盟 | 成为经销商 | 有返佣吗，想合作",
    en: "become a partner | we want to resell your product | reseller programme | partnership | be your distributor | commission for partners",
  },
  {
    id: "human-agent",
    name: both("找销售顾问", "Talk to sales"),
    to: "service-hours",
    zh: "找销售 | 转人工 | 有真人吗 | 让顾问联系我 | 给我打个电话 | 我要投诉",
    en: "talk to sales | a real person please | call me | speak to somebody | have a consultant contact me | complaint",
  },
];
