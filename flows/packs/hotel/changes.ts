import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { type Step, say, toOptions } from "../kit/step.ts";

/** Moves or cancels a booking. */
export function changeSection(): Section {
  return {
    id: "change",
    title: both("改订和取消", "Changes"),
    color: "amber",
    steps: [
      {
        id: "change-number",
        kind: "ask",
        title: both("预订号", "Booking number"),
        at: [0, 0],
        config: {
          question: both(
            "请发预订号，以 HB 开头，例如 HB20260310：",
            "Send me the booking number; it starts with HB, like HB20260310:",
          ),
          variable: "booking_no",
          type: "order-no",
          pattern: "HB\\d{6,10}",
          hint: both("预订号在确认短信里，HB 加数字。", "You find it in the confirmation: HB and digits."),
        },
        exits: { answered: "change-what", invalid: "service-hours" },
      },
      {
        id: "change-what",
        kind: "choice",
        title: both("怎么改？", "What to change?"),
        at: [1, 0],
        config: {
          question: both("预订 {{ booking_no }}，您要：", "Booking {{ booking_no }}. Would you like to:"),
          allowDigression: false,
          options: toOptions({
            date: both("改日期", "Change the date"),
            cancel: both("取消预订", "Cancel it"),
          }),
        },
        exits: { date: "change-date", cancel: "cancel-sure", other: "service-hours" },
      },
      {
        id: "change-date",
        kind: "ask",
        title: both("新日期", "New date"),
        at: [2, 0],
        config: {
          question: both("改到哪天入住？", "Which day instead?"),
          variable: "new_arrival",
          type: "date",
          dates: "future",
        },
        exits: { answered: "change-done", invalid: "service-hours" },
      },
      {
        id: "change-done",
        kind: "message",
        title: both("改期已登记", "Change noted"),
        at: [3, 0],
        config: say(
          both(
            "已登记改到 {{ new_arrival }}，有房会短信确认；没房前台会打电话和您商量。",
            "Noted for {{ new_arrival }}. We confirm by text, or call you if that night is full.",
          ),
        ),
        exits: { next: "back" },
      },
      ...cancelSteps(),
    ],
  };
}

function cancelSteps(): readonly Step[] {
  return [
    {
      id: "cancel-sure",
      kind: "choice",
      title: both("确定取消？", "Really cancel?"),
      at: [2, 1],
      config: {
        question: both(
          "当天 18:00 前取消免费，之后收首晚房费。确定取消 {{ booking_no }} 吗？",
          "It is free until 18:00 on the day of arrival, later we charge one night. Cancel {{ booking_no }}?",
        ),
        freeText: true,
        allowDigression: false,
        options: toOptions({ yes: both("确定取消", "Yes, cancel it"), no: both("先留着", "Keep it") }),
      },
      exits: { yes: "cancel-done", no: "kept", other: "service-hours" },
    },
    {
      id: "cancel-done",
      kind: "message",
      title: both("已取消", "Cancelled"),
      at: [3, 1],
      config: say(
        both(
          "{{ booking_no }} 的取消申请已登记，押金和预付款原路退回。",
          "The cancellation of {{ booking_no }} is noted; whatever you paid goes back the same way.",
        ),
      ),
      exits: { next: "back" },
    },
    {
      id: "kept",
      kind: "message",
      title: both("保留", "Kept"),
      at: [3, 2],
      config: say(both("好的，预订保持不变，期待您的光临。", "All right, it stays as it is. See you soon.")),
      exits: { next: "back" },
    },
  ];
}
