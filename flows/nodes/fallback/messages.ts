const zh = {
  title: "没听懂",
  description: "没听懂时换着说法请客户再说一次，几次之后换条路走。",
  ports: { retry: "再试一次", escalate: "不再尝试" },
  fields: { texts: "每次怎么说", escalateAfter: "第几次不再尝试", escalateText: "不再尝试时说什么" },
  help: {
    texts: "第一次说第一句，以此类推。不填就用系统自带的说法。",
    escalateAfter: "连续没听懂到这一次，就从「不再尝试」离开，通常接转人工。",
  },
  defaults: {
    first: "不好意思，我没有理解您的意思，可以换个说法吗？",
    again: "还是没能理解。您可以用几个关键词说一下，比如“退货”“查快递”，也可以回复“转人工”。",
  },
};

const en = {
  title: "Fallback",
  description:
    "Asks to say it in other words when nothing was understood; after some tries, goes another way.",
  ports: { retry: "Try again", escalate: "Give up trying" },
  fields: {
    texts: "What to say each time",
    escalateAfter: "Give up at try",
    escalateText: "Say when giving up",
  },
  help: {
    texts: "The first text at the first try, and so on. Empty means the built-in sentences.",
    escalateAfter: "At this try in a row the talk leaves through “Give up trying”, usually to a person.",
  },
  defaults: {
    first: "Sorry, I did not understand that. Could you put it another way?",
    again:
      "I still did not get that. A few key words help, such as “return” or “track my parcel”. You can also reply “agent”.",
  },
} satisfies typeof zh;

export const fallbackMessages = { "zh-CN": zh, en };
