import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { type Step, say, toOptions } from "../kit/step.ts";

const ADVICE: readonly Step[] = [
  {
    id: "loss-kind",
    kind: "choice",
    title: both("丢了什么？", "What is lost?"),
    at: [0, 0],
    config: {
      question: both("别担心，先选丢失的是哪一种：", "Don't worry. Which one is it?"),
      allowDigression: false,
      options: toOptions({
        debit: both("储蓄卡", "Debit card"),
        credit: both("信用卡", "Credit card"),
        book: both("存折或存单", "Passbook"),
      }),
    },
    exits: { debit: "loss-debit", credit: "loss-credit", book: "loss-book", other: "loss-debit" },
  },
  {
    id: "loss-debit",
    kind: "message",
    title: both("储蓄卡挂失", "Block a debit card"),
    at: [1, 0],
    config: say(
      both(
        "请马上打开手机银行“卡片 → 挂失”，10 秒冻结；或拨 24 小时热线 95500 按 9。补卡带身份证到网点，7 天内可拿新卡。",
        "Open the app now: Cards → Block takes 10 seconds, or call 95500 and press 9, day and night. For a new card bring your ID to a branch.",
      ),
    ),
    exits: { next: "tag-urgent" },
  },
  {
    id: "loss-credit",
    kind: "message",
    title: both("信用卡挂失", "Block a credit card"),
    at: [1, 1],
    config: say(
      both(
        "请马上拨 24 小时热线 95500 按 9，挂失免费，挂失前 72 小时内的盗刷可申请赔付。新卡 5 个工作日寄到账单地址。",
        "Call 95500 now and press 9. Blocking is free; fraud in the 72 hours before it can be refunded. A new card arrives in 5 working days.",
      ),
    ),
    exits: { next: "tag-urgent" },
  },
  {
    id: "loss-book",
    kind: "message",
    title: both("存折挂失", "Lost passbook"),
    at: [1, 2],
    config: say(
      both(
        "请先拨 95500 做口头挂失（5 天有效），再本人带身份证到开户网点办书面挂失，7 天后补发。",
        "Call 95500 for an oral block (valid 5 days), then come to your branch with ID. A new one is issued after 7 days.",
      ),
    ),
    exits: { next: "tag-urgent" },
  },
  {
    id: "scam-now",
    kind: "message",
    title: both("马上止付", "Stop the payment"),
    at: [0, 3],
    config: say(
      both(
        "请立刻：① 拨 95500 按 9 冻结账户、尝试止付；② 拨 110 或 96110 报警，越快越好；③ 保留聊天和转账记录。请不要再向对方转任何钱。",
        "Right now: 1. call 95500, press 9, to freeze the account; 2. report it to the police (110 or 96110); 3. keep all messages and receipts. Send nothing more.",
      ),
    ),
    exits: { next: "tag-urgent" },
  },
];

/** What cannot wait: a lost card or a fraud is told what to do now, at any hour, before anything is asked. */
export function urgentSection(locale: Locale): Section {
  return {
    id: "urgent",
    title: both("紧急", "Urgent"),
    color: "rose",
    steps: [
      ...ADVICE,
      {
        id: "tag-urgent",
        kind: "tag-contact",
        title: both("标记紧急", "Tag as urgent"),
        at: [2, 1],
        config: { add: [both("紧急", "Urgent")[locale]] },
        exits: { next: "urgent-next" },
      },
      {
        id: "urgent-next",
        kind: "choice",
        title: both("还需要人吗？", "Need a person?"),
        at: [3, 1],
        config: {
          question: both(
            "需要同事打给您，确认已经处理好吗？",
            "Shall a colleague call you to make sure it is settled?",
          ),
          freeText: false,
          allowDigression: false,
          options: toOptions({
            call: both("请打给我", "Please call me"),
            fine: both("不用了", "No, thanks"),
          }),
        },
        exits: { call: "service-hours", fine: "urgent-fine", other: "back" },
      },
      {
        id: "urgent-fine",
        kind: "message",
        title: both("不用联系", "No call"),
        at: [4, 1],
        config: say(both("好的，有需要随时告诉我。", "All right. Tell me whenever you need us.")),
        exits: { next: "back" },
      },
    ],
  };
}
