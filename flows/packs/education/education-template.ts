import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import { type Desk, hoursOn } from "../kit/desk.ts";
import type { TemplateContent } from "../kit/template.ts";
import { toDeskBundle } from "../kit/to-desk-bundle.ts";
import { adviceSteps } from "./advice.ts";
import { signUpSection, trialSection } from "./enrolment.ts";
import { educationFaq } from "./faq.ts";
import { leaveSection } from "./leave.ts";
import { educationTests } from "./tests.ts";
import { educationWishes } from "./wishes.ts";

function toEducationDesk(locale: Locale): Desk {
  return {
    faqSet: "education",
    name: both("招生常见问题", "Enrolment answers"),
    opening: both(
      "您好，这里是启航教育，我是 AI 课程助手小航。可以帮您报名、约试听、选课和请假，也能回答学费和上课的问题。",
      "Hello, this is Sail Academy. I am the AI course assistant: I sign you up, book trial lessons, help you choose and answer questions about fees and lessons.",
    ),
    menu: [
      { id: "trial", label: both("约免费试听", "Free trial lesson"), to: "trial-form" },
      { id: "sign-up", label: both("报名", "Sign up"), to: "sign-up-form" },
      { id: "advice", label: both("帮我选课", "Help me choose"), to: "advice-age" },
      { id: "leave", label: both("请假", "Ask for leave"), to: "leave-form" },
      { id: "person", label: both("找课程顾问", "Talk to an adviser"), to: "service-hours" },
    ],
    hello: both(
      "您好，我在。可以问我“学费多少”，或者说“约一节试听”。",
      "Hello, I am here. Ask “how much is it”, or say “book a trial”.",
    ),
    bye: both("好的，祝孩子学习进步，再见！", "Thank you, goodbye!"),
    lost: [
      both(
        "抱歉，这个问题我还没学会。换个说法好吗？",
        "Sorry, I have not learned that yet. Could you put it in other words?",
      ),
      both(
        "还是没能理解。您可以试试“学费”“试听”“请假”这样的说法。",
        "Still not sure. Try words like “fees”, “trial lesson” or “leave”.",
      ),
    ],
    wishes: educationWishes,
    qas: educationFaq,
    synonyms: [
      ["学费", "课程费用", "收费"],
      ["试听", "体验课", "trial"],
      ["网课", "线上课", "online class"],
      ["退费", "退款", "refund"],
    ],
    hours: {
      weekly: [...hoursOn([2, 3, 4, 5], "10:00", "20:30"), ...hoursOn([6, 7], "08:30", "18:00")],
      holidays: "cn",
    },
    openText: both(
      "课程顾问在线。请留下问题和电话，我马上转过去。",
      "An adviser is there. Leave your question and number and I pass it on.",
    ),
    closedText: both(
      "顾问现在不在（周二至周五 10:00 至 20:30，周末 8:30 至 18:00）。请留言，上班后第一时间联系您。",
      "Advisers are away (Tuesday to Friday 10:00 to 20:30, weekends 8:30 to 18:00). Leave a message and they call first thing.",
    ),
    receivedText: both(
      "已登记，顾问会尽快给您回电。还有什么可以帮您？",
      "Registered. An adviser calls you back soon. Anything else?",
    ),
    tag: both("待回电", "Call back"),
    sections: [
      signUpSection(locale),
      trialSection(),
      { id: "advice", title: both("选课建议", "Course advice"), color: "violet", steps: adviceSteps },
      leaveSection(),
    ],
    variables: [
      { name: "course", type: "text" },
      { name: "age", type: "number" },
      { name: "fee", type: "number" },
      { name: "trial_day", type: "text" },
      { name: "student", type: "text", dataClass: "important" },
      { name: "leave_day", type: "text" },
    ],
    note: both(
      "从这里改成您的学校：① 换掉欢迎语里的名字；② 在“少儿编程”等选项里换成您的课程；③ 学费在问答集和“算学费”两处，一起改；④ 预览里走一遍报名，再发布。",
      "Make it yours: 1. put your name into “Welcome”; 2. replace the courses; 3. the fees stand in the answers and in “Work out the fee”, change both; 4. sign up once in the preview, then publish.",
    ),
  };
}

export const educationTemplate: TemplateContent = {
  toBundle: (locale) => toDeskBundle(toEducationDesk(locale), locale),
  tests: educationTests,
};
