import { contains, leaves, picks, says, talk, visits } from "../kit/scripts.ts";
import type { TemplateTest } from "../kit/template.ts";

export const hotelTests: readonly TemplateTest[] = [
  talk(["回答早餐时间", "Answers when breakfast is"], "zh-CN", {
    turns: [says("早上几点能吃早饭", leaves("answer", "hit"), contains("6:30"))],
  }),
  talk(["登记订房并算出房费", "Notes a booking and its price"], "zh-CN", {
    turns: [
      says("我想订一间房", leaves("what-wanted", "book-room")),
      says("3月10日"),
      says("2"),
      says("2"),
      picks("double"),
      says("13800138000"),
      says("确认", contains("796 元"), visits("booking-done")),
    ],
  }),
  talk(["客房服务问房间号", "Room service asks for the room"], "zh-CN", {
    turns: [
      says("麻烦送两条毛巾", leaves("what-wanted", "room-service")),
      picks("supplies"),
      says("1208 房", contains("1208")),
    ],
  }),
  talk(["说转人工就登记留言", "A person takes a message"], "zh-CN", {
    turns: [says("转人工", leaves("service-hours", "open"))],
  }),
  talk(["英文：问停车", "Parking, in English"], "en", {
    turns: [says("where do I park my car", leaves("answer", "hit"), contains("garage"))],
  }),
  talk(["英文：取消预订", "Cancels a booking, in English"], "en", {
    turns: [
      says("I'd like to cancel my reservation", leaves("what-wanted", "change-booking")),
      says("HB20260310"),
      picks("cancel", contains("18:00")),
      picks("yes", visits("cancel-done")),
    ],
  }),
  talk(["英文：三次没听懂转给同事", "Gives up after three tries, in English"], "en", {
    turns: [
      says("blue bananas sing", leaves("not-understood", "retry")),
      says("seven green clouds", leaves("not-understood", "retry")),
      says("purple tigers code", leaves("not-understood", "escalate")),
    ],
  }),
];
