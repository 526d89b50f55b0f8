import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import type { Section } from "../kit/desk.ts";
import { assign, type Step, say, toOptions } from "../kit/step.ts";

const NIGHTS_MAX = 30;
const GUESTS_MAX = 12;
/** Prices a night, as the FAQ names them. */
const RATE = 'room_type == "double" ? 398 : room_type == "twin" ? 428 : 598';

/** Notes a stay, works out its price, and promises a call. */
export function bookingSection(locale: Locale): Section {
  return {
    id: "booking",
    title: both("订房", "Booking"),
    color: "teal",
    steps: [
      bookingForm(),
      {
        id: "booking-price",
        kind: "set-variable",
        title: both("算房费", "Work out the price"),
        at: [1, 0],
        config: { assignments: [assign("rate", RATE), assign("total", "rate * nights")] },
        exits: { next: "booking-tag" },
      },
      {
        id: "booking-tag",
        kind: "tag-contact",
        title: both("记下意向", "Tag the guest"),
        at: [2, 0],
        config: {
          add: [both("预订意向", "Booking request")[locale]],
          attributes: [{ name: "arrival", value: { type: "expression", source: "arrival" } }],
        },
        exits: { next: "booking-done" },
      },
      {
        id: "booking-done",
        kind: "message",
        title: both("预订已登记", "Booking noted"),
        at: [3, 0],
        config: say(
          both(
            "已登记：{{ arrival }} 入住 {{ nights }} 晚，{{ guests }} 人，房费共 {{ total }} 元。前台 15 分钟内打电话与您确认。",
            "Noted: arriving {{ arrival }}, {{ nights }} night(s), {{ guests }} guest(s), ¥{{ total }} in all. Reception calls within 15 minutes to confirm.",
          ),
        ),
        exits: { next: "back" },
      },
      {
        id: "booking-stop",
        kind: "message",
        title: both("先不订", "Not now"),
        at: [1, 1],
        config: say(
          both(
            "好的，没有预订。想订的时候随时告诉我。",
            "All right, nothing was booked. Tell me when you are ready.",
          ),
        ),
        exits: { next: "back" },
      },
    ],
  };
}

function bookingForm(): Step {
  return {
    id: "booking-form",
    kind: "form",
    title: both("订房信息", "Booking details"),
    at: [0, 0],
    config: {
      intro: both(
        "好的，我来登记。您的电话只用于确认这次预订。",
        "Let me note it down. Your number is only used to confirm this booking.",
      ),
      confirmTitle: both("请核对预订信息", "Please check your booking"),
      prefill: false,
      fields: [
        {
          id: "arrival",
          label: both("入住日期", "Arrival"),
          question: both("哪天入住？", "Which day do you arrive?"),
          variable: "arrival",
          type: "date",
          dates: "future",
        },
        {
          id: "nights",
          label: both("晚数", "Nights"),
          question: both("住几晚？", "How many nights?"),
          variable: "nights",
          type: "number",
          integer: true,
          min: 1,
          max: NIGHTS_MAX,
        },
        {
          id: "guests",
          label: both("人数", "Guests"),
          question: both("几位入住？", "How many guests?"),
          variable: "guests",
          type: "number",
          integer: true,
          min: 1,
          max: GUESTS_MAX,
        },
        {
          id: "room",
          label: both("房型", "Room"),
          question: both("选哪种房型？", "Which room?"),
          variable: "room_type",
          type: "choice",
          options: toOptions({
            double: both("大床房 398 元", "Double ¥398"),
            twin: both("双床房 428 元", "Twin ¥428"),
            family: both("家庭房 598 元", "Family ¥598"),
          }),
        },
        {
          id: "phone",
          label: both("电话", "Phone"),
          question: both("请留一个联系电话：", "Which number can we call?"),
          variable: "phone",
          type: "phone",
        },
      ],
    },
    exits: { submitted: "booking-price", cancelled: "booking-stop" },
  };
}
