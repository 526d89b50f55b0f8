import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import { type Desk, hoursOn, WORKDAYS } from "../kit/desk.ts";
import type { TemplateContent } from "../kit/template.ts";
import { toDeskBundle } from "../kit/to-desk-bundle.ts";
import { leadsFaq } from "./faq.ts";
import { demoSection, materialSection } from "./offers.ts";
import { qualifySection } from "./qualify.ts";
import { leadsTests } from "./tests.ts";
import { leadsWishes } from "./wishes.ts";

function toLeadsDesk(locale: Locale): Desk {
  return {
    faqSet: "leads",
    name: both("售前常见问题", "Sales answers"),
    opening: both(
      "您好，我是云帆 CRM 的 AI 顾问。想了解价格、看演示还是要一份报价？直接告诉我就行。",
      "Hello, I am the AI consultant of Sailcloud CRM. Prices, a demo, or a quote? Just tell me.",
    ),
    menu: [
      { id: "quote", label: both("获取报价", "Get a quote"), to: "need" },
      { id: "demo", label: both("预约演示", "Book a demo"), to: "demo-form" },
      { id: "brochure", label: both("要产品资料", "Get the brochure"), to: "brochure-mail" },
      { id: "person", label: both("找销售顾问", "Talk to sales"), to: "service-hours" },
    ],
    hello: both(
      "您好，我在。可以问“多少钱”，或者说“约个演示”。",
      "Hello, I am here. Ask “how much is it”, or say “book a demo”.",
    ),
    bye: both("感谢关注，期待与您合作！", "Thank you, we look forward to working with you!"),
    lost: [
      both(
        "抱歉，没太明白。能说说您想了解产品的哪一点吗？",
        "Sorry, I did not get that. Which part of the product would you like to know about?",
      ),
      both("还是没能理解。您可以试试“价格”“演示”“试用”。", "Still not sure. Try “price”, “demo” or “trial”."),
    ],
    wishes: leadsWishes,
    qas: leadsFaq,
    synonyms: [
      ["价格", "费用", "收费", "多少钱"],
      ["私有化", "本地部署", "on-premise"],
      ["演示", "demo", "产品介绍"],
      ["试用", "体验", "trial"],
    ],
    hours: { weekly: hoursOn(WORKDAYS, "09:00", "18:00"), holidays: "cn" },
    openText: both(
      "顾问在线。请留下问题和电话，10 分钟内联系您。",
      "Consultants are there. Leave your question and number; we call within 10 minutes.",
    ),
    closedText: both(
      "顾问已下班（工作日 9:00 至 18:00）。请留言，下一个工作日上午联系您。",
      "Consultants are off (working days 9:00 to 18:00). Leave a message; we call the next working morning.",
    ),
    receivedText: both(
      "已登记，顾问会尽快联系您。还想了解什么？",
      "Registered. A consultant will contact you. Anything else?",
    ),
    tag: both("待回电", "Call back"),
    sections: [qualifySection(locale), demoSection, materialSection(locale)],
    variables: [
      { name: "need", type: "text" },
      { name: "team_size", type: "text" },
      { name: "start_when", type: "text" },
      { name: "company", type: "text", scope: "contact" },
      { name: "email", type: "text", scope: "contact", dataClass: "important" },
      { name: "score", type: "number" },
      { name: "demo_day", type: "text" },
    ],
    note: both(
      "从这里改成您的产品：① 换掉名字和价格；② “算意向分”决定谁是高意向，按您的标准改；③ 打上的标签在客户资料里能看到；④ 预览里走一遍报价，再发布。",
      "Make it yours: 1. replace name and prices; 2. “Score” decides who is hot, set your own rule; 3. tags show on the customer's card; 4. ask for a quote once in the preview, then publish.",
    ),
  };
}

export const leadsTemplate: TemplateContent = {
  toBundle: (locale) => toDeskBundle(toLeadsDesk(locale), locale),
  tests: leadsTests,
};
