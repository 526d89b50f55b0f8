import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { assign, say, toOptions } from "../kit/step.ts";

const AMOUNT_MIN = 10_000;
const AMOUNT_MAX = 20_000_000;
const YEARS_MAX = 30;
/** Interest a year, by kind of loan. */
const RATE = 'loan_kind == "home" ? 0.031 : loan_kind == "car" ? 0.036 : 0.042';

export const visitSection: Section = {
  id: "visit",
  title: both("预约网点", "Branch visits"),
  color: "teal",
  steps: [
    {
      id: "visit-form",
      kind: "form",
      title: both("预约信息", "Appointment"),
      at: [0, 0],
      config: {
        intro: both(
          "好的，我来预约。电话只用于叫号提醒，请不要发送卡号和密码。",
          "Let me book it. Your number is only used to remind you. Never send card numbers or passwords.",
        ),
        confirmTitle: both("请核对预约", "Please check"),
        prefill: false,
        fields: [
          {
            id: "branch",
            label: both("网点", "Branch"),
            question: both("去哪个网点？", "Which branch?"),
            variable: "branch",
            type: "choice",
            options: toOptions({
              centre: both("市中心支行", "City centre"),
              riverside: both("滨江支行", "Riverside"),
              station: both("东站支行", "East station"),
            }),
          },
          {
            id: "day",
            label: both("日期", "Day"),
            question: both("哪天去？", "Which day?"),
            variable: "visit_day",
            type: "date",
            dates: "future",
          },
          {
            id: "matter",
            label: both("业务", "Matter"),
            question: both("办什么业务？", "What is it about?"),
            variable: "visit_matter",
            maxChars: 100,
          },
          {
            id: "phone",
            label: both("电话", "Phone"),
            question: both("请留一个手机号：", "Which number shall we text?"),
            variable: "phone",
            type: "phone",
          },
        ],
      },
      exits: { submitted: "visit-done", cancelled: "visit-stop" },
    },
    {
      id: "visit-done",
      kind: "message",
      title: both("已预约", "Booked"),
      at: [1, 0],
      config: say(
        both(
          "已预约 {{ visit_day }}。到店在取号机输入手机号，优先叫号。请带身份证。",
          "Booked for {{ visit_day }}. Enter your phone number at the ticket machine and you are called first. Bring your ID.",
        ),
      ),
      exits: { next: "back" },
    },
    {
      id: "visit-stop",
      kind: "message",
      title: both("没有预约", "Not booked"),
      at: [1, 1],
      config: say(
        both(
          "好的，没有预约。很多业务在手机银行就能办。",
          "All right, nothing was booked. Much can be done in the app.",
        ),
      ),
      exits: { next: "back" },
    },
  ],
};

export const loanSection: Section = {
  id: "loan",
  title: both("贷款试算", "Loans"),
  color: "green",
  steps: [
    {
      id: "loan-kind",
      kind: "choice",
      title: both("哪种贷款？", "Which loan?"),
      at: [0, 0],
      config: {
        question: both("想算哪种贷款？", "Which kind of loan?"),
        variable: "loan_kind",
        allowDigression: false,
        options: toOptions({
          home: both("住房贷款", "Mortgage"),
          car: both("购车贷款", "Car loan"),
          personal: both("个人消费贷", "Personal loan"),
        }),
      },
      exits: { home: "loan-amount", car: "loan-amount", personal: "loan-amount", other: "service-hours" },
    },
    {
      id: "loan-amount",
      kind: "ask",
      title: both("贷多少？", "How much?"),
      at: [1, 0],
      config: {
        question: both("打算贷多少元？例如 500000", "How much would you borrow, in yuan? For example 500000"),
        variable: "amount",
        type: "number",
        min: AMOUNT_MIN,
        max: AMOUNT_MAX,
      },
      exits: { answered: "loan-years", invalid: "service-hours" },
    },
    {
      id: "loan-years",
      kind: "ask",
      title: both("几年还清？", "How long?"),
      at: [2, 0],
      config: {
        question: both("打算几年还清？", "Over how many years?"),
        variable: "years",
        type: "number",
        integer: true,
        min: 1,
        max: YEARS_MAX,
      },
      exits: { answered: "loan-work-out", invalid: "service-hours" },
    },
    {
      id: "loan-work-out",
      kind: "set-variable",
      title: both("算月供", "Work it out"),
      at: [3, 0],
      config: {
        assignments: [
          assign("yearly_rate", RATE),
          assign("first_month", "round(amount / (years * 12) + amount * yearly_rate / 12, 2)"),
          assign("interest", "round(amount * yearly_rate / 12 * (years * 12 + 1) / 2, 2)"),
        ],
      },
      exits: { next: "loan-result" },
    },
    {
      id: "loan-result",
      kind: "message",
      title: both("试算结果", "Result"),
      at: [4, 0],
      config: say(
        both(
          "按等额本金试算：首月还 {{ first_month }} 元，之后逐月减少，总利息约 {{ interest }} 元。结果仅供参考，以审批为准；借款请量力而行。",
          "With equal principal the first month is ¥{{ first_month }}, falling every month; interest in all is about ¥{{ interest }}. An estimate only, approval decides. Borrow what you can repay.",
        ),
      ),
      exits: { next: "loan-next" },
    },
    {
      id: "loan-next",
      kind: "choice",
      title: both("接下来", "What next?"),
      at: [5, 0],
      config: {
        question: both("要不要请客户经理联系您？", "Shall an account manager call you?"),
        freeText: false,
        allowDigression: false,
        options: toOptions({
          call: both("请联系我", "Please call me"),
          visit: both("预约去网点", "Book a visit"),
          later: both("再想想", "Not now"),
        }),
      },
      exits: { call: "service-hours", visit: "visit-form", later: "loan-later", other: "back" },
    },
    {
      id: "loan-later",
      kind: "message",
      title: both("不急", "No hurry"),
      at: [6, 0],
      config: say(
        both("好的，您慢慢考虑，想好了随时告诉我。", "Take your time, and tell me whenever you are ready."),
      ),
      exits: { next: "back" },
    },
  ],
};
