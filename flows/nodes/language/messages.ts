const zhNames = {
  zh: "中文",
  en: "英文",
  ja: "日文",
  ko: "韩文",
  ru: "俄文",
  ar: "阿拉伯文",
  th: "泰文",
  vi: "越南文",
  fr: "法文",
  de: "德文",
  es: "西班牙文",
  pt: "葡萄牙文",
  it: "意大利文",
  id: "印尼文",
};

const enNames = {
  zh: "Chinese",
  en: "English",
  ja: "Japanese",
  ko: "Korean",
  ru: "Russian",
  ar: "Arabic",
  th: "Thai",
  vi: "Vietnamese",
  fr: "French",
  de: "German",
  es: "Spanish",
  pt: "Portuguese",
  it: "Italian",
  id: "Indonesian",
} satisfies typeof zhNames;

const zh = {
  title: "语言",
  description: "看客户用哪种语言说话，走不同的分支。",
  ports: { ...zhNames, other: "其他语言" },
  fields: { languages: "区分哪些语言", variable: "把语言存到变量", text: "改看这段文字" },
  help: {
    languages: "每种语言一个出口，其余的走「其他语言」。",
    variable: "存的是 zh、en 这样的代码。客户只回「OK」、数字或表情时，按上一次的语言走。",
    text: "不填就看客户刚说的话。",
  },
  values: zhNames,
};

const en = {
  title: "Language",
  description: "Goes by the language that the customer writes in.",
  ports: { ...enNames, other: "Another language" },
  fields: {
    languages: "Languages to tell apart",
    variable: "Store the language in",
    text: "Look at this text instead",
  },
  help: {
    languages: "One exit each; all others leave through “Another language”.",
    variable: "Holds a code such as zh or en. After “OK”, a number or an emoji, the last language counts.",
    text: "Empty means what the customer just said.",
  },
  values: enNames,
} satisfies typeof zh;

export const languageMessages = { "zh-CN": zh, en };
