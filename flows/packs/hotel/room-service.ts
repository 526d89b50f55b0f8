import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { say, toOptions } from "../kit/step.ts";

/** Sends people to a room. */
export function roomServiceSection(): Section {
  return {
    id: "room-service",
    title: both("客房服务", "Room service"),
    color: "green",
    steps: [
      {
        id: "service-what",
        kind: "choice",
        title: both("需要什么？", "What is needed?"),
        at: [0, 0],
        config: {
          question: both("需要哪项服务？", "What can we do for you?"),
          allowDigression: false,
          options: toOptions({
            supplies: both("送毛巾、水和用品", "Towels, water, supplies"),
            cleaning: both("打扫房间", "Clean the room"),
            repair: both("设备报修", "Something is broken"),
            "wake-up": both("叫早", "Wake-up call"),
          }),
        },
        exits: {
          supplies: "ask-room",
          cleaning: "ask-room",
          repair: "ask-room",
          "wake-up": "ask-wake-time",
          other: "ask-room",
        },
      },
      {
        id: "ask-wake-time",
        kind: "ask",
        title: both("几点叫早", "When to wake"),
        at: [1, 1],
        config: {
          question: both("几点叫您起床？例如 7:00", "When shall we wake you? For example 7:00"),
          variable: "wake_time",
          maxChars: 20,
          allowDigression: false,
        },
        exits: { answered: "ask-room", invalid: "ask-room" },
      },
      {
        id: "ask-room",
        kind: "ask",
        title: both("房间号", "Room number"),
        at: [2, 0],
        config: {
          question: both("请告诉我房间号：", "Which room are you in?"),
          variable: "room_no",
          type: "pattern",
          pattern: "(\\d{3,4})",
          hint: both(
            "房间号是 3 到 4 位数字，写在房卡套上。",
            "It has 3 or 4 digits and is written on your key folder.",
          ),
          allowDigression: false,
        },
        exits: { answered: "service-done", invalid: "service-hours" },
      },
      {
        id: "service-done",
        kind: "message",
        title: both("已通知", "On its way"),
        at: [3, 0],
        config: say(
          both(
            "已通知客房部，同事很快到 {{ room_no }} 房。",
            "Housekeeping knows and comes to room {{ room_no }} shortly.",
          ),
        ),
        exits: { next: "back" },
      },
    ],
  };
}
