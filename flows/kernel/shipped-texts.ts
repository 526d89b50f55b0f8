import type { Locale } from "./text.ts";

const zh = {
  apology: "抱歉，这一步出了点问题，没能为您处理。请换个说法再试一次，或者告诉我您需要什么帮助。",
  noAnswer: "抱歉，这个我还答不上来。请换个说法再试一次，或者告诉我您需要什么帮助。",
  noHuman: "抱歉，目前没有人工客服可以接入。您可以继续把问题告诉我，我会尽力帮您。",
  cancelled: "好的，已取消。",
  whatElse: "还有什么可以帮您？",
  wentBack: "好的，我们回到上一步。",
  atFirstStep: "这已经是第一步了。",
  tellAgain: "好的，请您重新告诉我。",
};

const en = {
  apology:
    "Sorry, something went wrong at this step. Please try again in other words, or tell me what you need help with.",
  noAnswer: "Sorry, I have no answer to that. Please try other words, or tell me what you need help with.",
  noHuman:
    "Sorry, nobody from our team can join this chat at the moment. Please tell me your question and I will do my best.",
  cancelled: "OK, cancelled.",
  whatElse: "What else can I do for you?",
  wentBack: "OK, let's go back one step.",
  atFirstStep: "This is the first step already.",
  tellAgain: "OK, please tell me again.",
} satisfies typeof zh;

/** What the engine itself says to customers where the author wrote nothing. */
export const SHIPPED_TEXTS: { readonly [L in Locale]: typeof zh } = { "zh-CN": zh, en };
