import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { assign, branch, type Step, say, toOptions } from "../kit/step.ts";

const STORY_MIN_CHARS = 4;

const faultForm: Step = {
  id: "fault-form",
  kind: "form",
  title: both("报修单", "Fault report"),
  at: [0, 0],
  config: {
    confirmTitle: both("请核对报修单", "Please check the report"),
    prefill: false,
    allowDigression: false,
    fields: [
      {
        id: "what",
        label: both("现象", "What happens"),
        question: both("出了什么问题？", "What is wrong?"),
        variable: "fault",
        minChars: STORY_MIN_CHARS,
        hint: both(
          "请多写几个字，比如“开机后黑屏”。",
          "A few more words please, like “black screen after start”.",
        ),
      },
      {
        id: "impact",
        label: both("影响", "Impact"),
        question: both("影响多大？", "How bad is it?"),
        variable: "impact",
        type: "choice",
        options: toOptions({
          stopped: both("没法工作", "I cannot work"),
          slow: both("能用但很麻烦", "Annoying but usable"),
          later: both("不急", "No hurry"),
        }),
      },
      {
        id: "seat",
        label: both("工位", "Seat"),
        question: both("您的工位或房间号？", "Your seat or room?"),
        variable: "seat",
        maxChars: 40,
      },
    ],
  },
  exits: { submitted: "fault-number", cancelled: "fault-stop" },
};

export function faultSection(locale: Locale): Section {
  return {
    id: "fault",
    title: both("报修", "Faults"),
    color: "amber",
    steps: [
      faultForm,
      {
        id: "fault-number",
        kind: "set-variable",
        title: both("生成单号", "Make a number"),
        at: [1, 0],
        config: { assignments: [assign("ticket", '"IT" + date(now, "MMDDHHmm", "Asia/Shanghai")')] },
        exits: { next: "is-urgent" },
      },
      {
        id: "is-urgent",
        kind: "condition",
        title: both("没法工作？", "Cannot work?"),
        at: [2, 0],
        config: { branches: [branch("urgent", both("没法工作", "Cannot work"), 'impact == "stopped"')] },
        exits: { urgent: "tag-urgent", else: "fault-normal" },
      },
      {
        id: "tag-urgent",
        kind: "tag-contact",
        title: both("标记紧急", "Tag as urgent"),
        at: [3, 0],
        config: { add: [both("紧急报修", "Urgent fault")[locale]] },
        exits: { next: "fault-urgent" },
      },
      {
        id: "fault-urgent",
        kind: "message",
        title: both("30 分钟内到", "Within 30 minutes"),
        at: [4, 0],
        config: say(
          both(
            "单号 {{ ticket }}，已按紧急处理，工程师 30 分钟内到 {{ seat }}。也可以先到 5 楼领备用机。",
            "Ticket {{ ticket }}, urgent: an engineer comes to {{ seat }} within 30 minutes. You may fetch a spare laptop on floor 5.",
          ),
        ),
        exits: { next: "back" },
      },
      {
        id: "fault-normal",
        kind: "message",
        title: both("今天处理", "Today"),
        at: [3, 1],
        config: say(
          both(
            "单号 {{ ticket }}，工程师会在 1 个工作日内联系您。",
            "Ticket {{ ticket }}. An engineer contacts you within 1 working day.",
          ),
        ),
        exits: { next: "back" },
      },
      {
        id: "fault-stop",
        kind: "message",
        title: both("不报修了", "No report"),
        at: [1, 1],
        config: say(both("好的，没有提交。", "All right, nothing was filed.")),
        exits: { next: "back" },
      },
    ],
  };
}

export const softwareSection: Section = {
  id: "software",
  title: both("申请软件", "Software requests"),
  color: "violet",
  steps: [
    {
      id: "software-form",
      kind: "form",
      title: both("软件申请", "Software request"),
      at: [0, 0],
      config: {
        confirmTitle: both("请核对申请", "Please check the request"),
        prefill: false,
        fields: [
          {
            id: "name",
            label: both("软件", "Software"),
            question: both("需要什么软件？", "Which software?"),
            variable: "software",
            maxChars: 100,
          },
          {
            id: "reason",
            label: both("用途", "Purpose"),
            question: both("用来做什么？", "What is it for?"),
            variable: "software_reason",
            maxChars: 300,
          },
          {
            id: "mail",
            label: both("邮箱", "E-mail"),
            question: both("您的公司邮箱？", "Your company e-mail?"),
            variable: "email",
            type: "email",
          },
        ],
      },
      exits: { submitted: "software-done", cancelled: "software-stop" },
    },
    {
      id: "software-done",
      kind: "message",
      title: both("已提交", "Filed"),
      at: [1, 0],
      config: say(
        both(
          "“{{ software }}”的申请已提交：主管审批后做安全评估，一般 2 个工作日，结果发到 {{ email }}。",
          "The request for {{ software }} is filed: your manager agrees, security reviews, usually 2 working days. The answer goes to {{ email }}.",
        ),
      ),
      exits: { next: "back" },
    },
    {
      id: "software-stop",
      kind: "message",
      title: both("不申请了", "No request"),
      at: [1, 1],
      config: say(
        both(
          "好的，没有提交。软件中心里的软件不用申请，可以直接安装。",
          "All right, nothing was filed. Software in the software centre needs no request.",
        ),
      ),
      exits: { next: "back" },
    },
  ],
};
