import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { say } from "../kit/step.ts";

export function leaveSection(): Section {
  return {
    id: "leave",
    title: both("请假", "Leave"),
    color: "amber",
    steps: [
      {
        id: "leave-form",
        kind: "form",
        title: both("请假信息", "Leave form"),
        at: [0, 0],
        config: {
          confirmTitle: both("请核对请假信息", "Please check"),
          prefill: false,
          allowDigression: false,
          fields: [
            {
              id: "name",
              label: both("学员", "Student"),
              question: both("孩子叫什么名字？", "What is the student's name?"),
              variable: "student",
            },
            {
              id: "day",
              label: both("日期", "Day"),
              question: both("请哪天的假？", "Which day?"),
              variable: "leave_day",
              type: "date",
              dates: "future",
            },
          ],
        },
        exits: { submitted: "leave-done", cancelled: "leave-stop" },
      },
      {
        id: "leave-done",
        kind: "message",
        title: both("已请假", "Leave noted"),
        at: [1, 0],
        config: say(
          both(
            "{{ student }} {{ leave_day }} 的请假已登记，老师会发补课安排。",
            "Noted: {{ student }} on {{ leave_day }}. The teacher will send how to catch up.",
          ),
        ),
        exits: { next: "back" },
      },
      {
        id: "leave-stop",
        kind: "message",
        title: both("不请了", "No leave"),
        at: [1, 1],
        config: say(both("好的，没有请假，课上见。", "All right, see you in class.")),
        exits: { next: "back" },
      },
    ],
  };
}
