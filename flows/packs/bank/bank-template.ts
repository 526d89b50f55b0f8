import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import { type Desk, EVERY_DAY, hoursOn } from "../kit/desk.ts";
import type { TemplateContent } from "../kit/template.ts";
import { toDeskBundle } from "../kit/to-desk-bundle.ts";
import { bankFaq } from "./faq.ts";
import { loanSection, visitSection } from "./services.ts";
import { bankTests } from "./tests.ts";
import { urgentSection } from "./urgent.ts";
import { bankWishes } from "./wishes.ts";

function toBankDesk(locale: Locale): Desk {
  return {
    faqSet: "bank",
    name: both("银行常见问题", "Bank answers"),
    opening: both(
      "您好，这里是瑞丰银行，我是 AI 客服小瑞。可以帮您紧急挂失、预约网点、试算贷款，也能解答转账和账户问题。请勿发送卡号、密码和验证码。",
      "Hello, this is Ruifeng Bank. I am the AI assistant: I help with lost cards, branch visits and loans, and answer questions. Please never send card numbers, passwords or codes.",
    ),
    menu: [
      { id: "loss", label: both("挂失", "Lost card"), to: "loss-kind" },
      { id: "visit", label: both("预约网点", "Book a visit"), to: "visit-form" },
      { id: "loan", label: both("贷款试算", "Work out a loan"), to: "loan-kind" },
      { id: "person", label: both("人工坐席", "Talk to a person"), to: "service-hours" },
    ],
    hello: both(
      "您好，我在。可以直接问，比如“转账限额多少”，或者说“卡丢了”。",
      "Hello, I am here. Ask “what is the transfer limit”, or say “I lost my card”.",
    ),
    bye: both(
      "感谢来电，请保管好您的密码和验证码，再见！",
      "Thank you. Keep your passwords and codes to yourself. Goodbye!",
    ),
    lost: [
      both(
        "抱歉，我没听懂。请换个说法，不用提供卡号。",
        "Sorry, I did not get that. Other words, please; no card number needed.",
      ),
      both(
        "还是没能理解。您可以试试“挂失”“转账限额”“预约网点”。",
        "Still not sure. Try “lost card”, “transfer limit” or “book a visit”.",
      ),
    ],
    wishes: bankWishes,
    qas: bankFaq,
    synonyms: [
      ["流水", "交易明细", "账单明细"],
      ["挂失", "冻结", "block"],
      ["限额", "额度上限", "limit"],
      ["月供", "每月还款"],
    ],
    hours: { weekly: hoursOn(EVERY_DAY, "08:00", "22:00"), holidays: "none" },
    openText: both(
      "坐席在线。请留下问题和电话，我马上转过去。紧急挂失请直接拨 95500 按 9。",
      "Agents are there. Leave your question and number. To block a card call 95500 and press 9.",
    ),
    closedText: both(
      "人工坐席 8:00 至 22:00 在线。挂失和止付 24 小时可拨 95500 按 9；其他问题请留言，明早联系您。",
      "Agents are there 8:00 to 22:00. To block a card call 95500, press 9, at any time; for anything else leave a message for the morning.",
    ),
    receivedText: both(
      "已登记，坐席会从 95500 打给您，不会索要密码和验证码。还有什么可以帮您？",
      "Registered. We call from 95500 and never ask for passwords or codes. Anything else?",
    ),
    tag: both("待回电", "Call back"),
    sections: [urgentSection(locale), visitSection, loanSection],
    variables: [
      { name: "branch", type: "text" },
      { name: "visit_day", type: "text" },
      { name: "visit_matter", type: "text" },
      { name: "loan_kind", type: "text" },
      { name: "amount", type: "number", dataClass: "important" },
      { name: "years", type: "number" },
      { name: "yearly_rate", type: "number" },
      { name: "first_month", type: "number" },
      { name: "interest", type: "number" },
    ],
    note: both(
      "从这里改成您的银行：① 换掉名称和热线 95500；② 利率在问答集和“算月供”两处；③ 任何节点都不要索要卡号、密码、验证码；④ 上线前请合规同事过一遍问答。",
      "Make it yours: 1. replace name and hotline 95500; 2. rates stand in the answers and in “Work it out”; 3. never ask for card numbers, passwords or codes in any node; 4. have compliance read the answers.",
    ),
  };
}

export const bankTemplate: TemplateContent = {
  toBundle: (locale) => toDeskBundle(toBankDesk(locale), locale),
  tests: bankTests,
};
