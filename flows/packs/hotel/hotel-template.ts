import type { Locale } from "../../kernel/text.ts";
import { both } from "../kit/both.ts";
import { type Desk, EVERY_DAY, hoursOn } from "../kit/desk.ts";
import type { TemplateContent } from "../kit/template.ts";
import { toDeskBundle } from "../kit/to-desk-bundle.ts";
import { bookingSection } from "./booking.ts";
import { changeSection } from "./changes.ts";
import { hotelFaq } from "./faq.ts";
import { roomServiceSection } from "./room-service.ts";
import { hotelTests } from "./tests.ts";
import { hotelWishes } from "./wishes.ts";

function toHotelDesk(locale: Locale): Desk {
  return {
    faqSet: "hotel",
    name: both("酒店常见问题", "Hotel answers"),
    opening: both(
      "您好，欢迎来到云栖酒店！我是 AI 前台小栖，可以订房、改订、叫客房服务，也能回答入住的各种问题。",
      "Welcome to Cloud Rest Hotel! I am the AI receptionist: I book and change rooms, send room service and answer questions about your stay.",
    ),
    menu: [
      { id: "book", label: both("订房", "Book a room"), to: "booking-form" },
      { id: "service", label: both("客房服务", "Room service"), to: "service-what" },
      { id: "change", label: both("改订或取消", "Change or cancel"), to: "change-number" },
      { id: "person", label: both("找前台", "Talk to reception"), to: "service-hours" },
    ],
    hello: both(
      "您好，我在。请说说需要什么，比如“几点退房”或“送两条毛巾”。",
      "Hello, I am here. Just say what you need, like “when is check-out” or “two towels please”.",
    ),
    bye: both("好的，祝您住得愉快！", "Enjoy your stay!"),
    lost: [
      both(
        "抱歉，这个我还不会。换个说法，或者说得具体一点好吗？",
        "Sorry, I have not learned that yet. Could you put it in other words?",
      ),
      both(
        "还是没能理解。您可以试试“订房”“退房时间”“停车”这样的说法。",
        "Still not sure what you mean. Try words like “book a room”, “check-out” or “parking”.",
      ),
    ],
    wishes: hotelWishes,
    qas: hotelFaq,
    synonyms: [
      ["早餐", "早饭", "早点"],
      ["无线网", "wifi", "WiFi", "网络"],
      ["退房", "离店", "check-out"],
      ["入住", "办理入住", "check-in"],
      ["停车", "车位", "车库"],
    ],
    hours: { weekly: hoursOn(EVERY_DAY, "07:00", "23:00"), holidays: "none" },
    openText: both(
      "前台现在有人值班。请留下要处理的事和电话，我马上转过去。",
      "Reception is staffed right now. Leave a message and a number and I pass it on at once.",
    ),
    closedText: both(
      "夜间值班人手少（7:00 至 23:00 全员在岗）。急事请拨房间电话 0；也可以先留言，早上第一时间处理。",
      "At night few people are on duty (full service 7:00 to 23:00). For urgent matters dial 0 from your room, or leave a message for the morning.",
    ),
    receivedText: both(
      "已登记，前台会尽快给您回电。还有什么可以帮您？",
      "Registered. Reception will call you back soon. Anything else?",
    ),
    tag: both("待回电", "Call back"),
    sections: [bookingSection(locale), roomServiceSection(), changeSection()],
    variables: [
      { name: "arrival", type: "text" },
      { name: "nights", type: "number" },
      { name: "guests", type: "number" },
      { name: "room_type", type: "text" },
      { name: "rate", type: "number" },
      { name: "total", type: "number" },
      { name: "room_no", type: "text" },
      { name: "wake_time", type: "text" },
      { name: "booking_no", type: "text" },
      { name: "new_arrival", type: "text" },
    ],
    note: both(
      "从这里改成您的酒店：① 在“欢迎语”里换成酒店名；② 在问答集里改价格和时间；③ “算房费”里的单价与问答保持一致；④ 改好后点“预览”试聊，再发布。",
      "Make it yours: 1. put your name into “Welcome”; 2. change prices and times in the answers; 3. keep the rates in “Work out the price” in step with them; 4. try it in the preview, then publish.",
    ),
  };
}

export const hotelTemplate: TemplateContent = {
  toBundle: (locale) => toDeskBundle(toHotelDesk(locale), locale),
  tests: hotelTests,
};
