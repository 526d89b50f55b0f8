import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { assign, say, toOptions } from "../kit/step.ts";

const AGE_MIN = 4;
const AGE_MAX = 18;
/** Prices of a term, as the FAQ names them. */
const FEE = 'course == "coding" ? 2980 : course == "english" ? 3280 : 2680';

const COURSES = {
  coding: both("少儿编程", "Kids' coding"),
  english: both("英语口语", "Spoken English"),
  maths: both("数学思维", "Maths thinking"),
};

const phoneField = {
  id: "phone",
  label: both("电话", "Phone"),
  question: both("请留一个家长电话：", "Which number can we reach you at?"),
  variable: "phone",
  type: "phone" as const,
};

const courseField = {
  id: "course",
  label: both("课程", "Course"),
  question: both("想上哪门课？", "Which course?"),
  variable: "course",
  type: "choice" as const,
  options: toOptions(COURSES),
};

const ageField = {
  id: "age",
  label: both("年龄", "Age"),
  question: both("孩子几岁？", "How old is your child?"),
  variable: "age",
  type: "number" as const,
  integer: true,
  min: AGE_MIN,
  max: AGE_MAX,
};

/** Signs up for a term, names the fee, and tags the family for the advisers. */
export function signUpSection(locale: Locale): Section {
  return {
    id: "sign-up",
    title: both("报名", "Sign-up"),
    color: "teal",
    steps: [
      {
        id: "sign-up-form",
        kind: "form",
        title: both("报名信息", "Sign-up form"),
        at: [0, 0],
        config: {
          intro: both(
            "好的，我来登记。信息只用于安排这次报名。",
            "Let me note it down. We use it for this sign-up only.",
          ),
          confirmTitle: both("请核对报名信息", "Please check the sign-up"),
          fields: [courseField, ageField, phoneField],
        },
        exits: { submitted: "sign-up-fee", cancelled: "sign-up-stop" },
      },
      {
        id: "sign-up-fee",
        kind: "set-variable",
        title: both("算学费", "Work out the fee"),
        at: [1, 0],
        config: { assignments: [assign("fee", FEE)] },
        exits: { next: "sign-up-tag" },
      },
      {
        id: "sign-up-tag",
        kind: "tag-contact",
        title: both("标记为已报名", "Tag as enrolled"),
        at: [2, 0],
        config: {
          add: [both("已报名", "Enrolled")[locale]],
          attributes: [{ name: "course", value: { type: "expression", source: "course" } }],
        },
        exits: { next: "sign-up-done" },
      },
      {
        id: "sign-up-done",
        kind: "message",
        title: both("报名成功", "Signed up"),
        at: [3, 0],
        config: say(
          both(
            "已为您占位，学费 {{ fee }} 元（20 节，含教材）。顾问 1 小时内打电话确认班级和付款方式。",
            "Your place is held. The fee is ¥{{ fee }} for 20 lessons with materials. An adviser calls within an hour about class and payment.",
          ),
        ),
        exits: { next: "back" },
      },
      {
        id: "sign-up-stop",
        kind: "message",
        title: both("先不报", "Not now"),
        at: [1, 1],
        config: say(
          both(
            "没关系，可以先约一节免费试听，看看孩子喜不喜欢。",
            "No problem. You could book a free trial lesson first.",
          ),
        ),
        exits: { next: "back" },
      },
    ],
  };
}

export function trialSection(): Section {
  return {
    id: "trial",
    title: both("试听", "Trial lesson"),
    color: "green",
    steps: [
      {
        id: "trial-form",
        kind: "form",
        title: both("预约试听", "Book a trial"),
        at: [0, 0],
        config: {
          confirmTitle: both("请核对试听信息", "Please check the trial"),
          fields: [
            courseField,
            {
              id: "day",
              label: both("日期", "Day"),
              question: both("哪天方便来试听？", "Which day suits you?"),
              variable: "trial_day",
              type: "date",
              dates: "future",
            },
            phoneField,
          ],
        },
        exits: { submitted: "trial-done", cancelled: "trial-stop" },
      },
      {
        id: "trial-done",
        kind: "message",
        title: both("试听已约", "Trial booked"),
        at: [1, 0],
        config: say(
          both(
            "已预约 {{ trial_day }} 的免费试听，60 分钟，含水平测试。前一天会发短信提醒。",
            "Booked for {{ trial_day }}: a free 60-minute trial with a level test. We text you the day before.",
          ),
        ),
        exits: { next: "back" },
      },
      {
        id: "trial-stop",
        kind: "message",
        title: both("先不约", "Not now"),
        at: [1, 1],
        config: say(
          both(
            "好的，没有预约。想来的时候随时告诉我。",
            "All right, nothing was booked. Tell me when you are ready.",
          ),
        ),
        exits: { next: "back" },
      },
    ],
  };
}
