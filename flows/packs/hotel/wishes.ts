import { both } from "../kit/both.ts";
import type { Wish } from "../kit/desk.ts";

export const hotelWishes: readonly Wish[] = [
  {
    id: "book-room",
    name: both("预订房间", "Book a room"),
    to: "booking-form",
    zh: "我要订房 | 帮我订一间大床房 | 想预订周末的房间 | 还有房吗，我想住两晚 | 订个双床房 | 给我留一间房 | 我想住一晚 | 预定酒店 | 订三间房",
    en: "I want to book a room | can I reserve a double room | book a room for two nights | I need a room this weekend | make a reservation | room for two please | reserve a family room | I would like to stay one night",
    not: "房价多少 | 取消预订会扣钱吗 | room rates | cancellation policy",
  },
  {
    id: "room-service",
    name: both("客房服务", "Room service"),
    to: "service-what",
    zh: "送两条毛巾上来 | 房间需要打扫 | 空调坏了 | 帮我叫早 | 送瓶水 | 马桶堵了派人来修 | 再给我一床被子 | 请打扫一下房间 | 需要洗漱用品",
    en: "please send towels | clean my room please | the air conditioner is broken | wake me up at seven | bring some water | the toilet is blocked, send somebody | I need another blanket | wake-up call | please make up the room",
  },
  {
    id: "change-booking",
    name: both("改订或取消", "Change or cancel a booking"),
    to: "change-number",
    zh: "我要改预订 | 取消我的预订 | 想换个日期入住 | 帮我把房间退了 | 推迟一天到 | 修改订单 | 不住了帮我取消 | 换一个房型",
    en: "change my booking | cancel my reservation | I want to move my stay to another date | please cancel my room | we arrive a day later | modify my reservation | switch to another room type",
    not: "取消预订会扣钱吗 | 几点前可以免费取消 | is there a cancellation fee",
  },
  {
    id: "human-agent",
    name: both("找前台", "Talk to reception"),
    to: "service-hours",
    zh: "找前台 | 接人工 | 我要和人说话 | 叫你们经理来 | 我要投诉 | 有没有真人 | 让工作人员联系我",
    en: "talk to reception | I want to speak to a person | call the manager | I have a complaint | real person please | have somebody call me | human",
  },
];
