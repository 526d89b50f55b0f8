/** Groups of the keyword node. Whole messages or clear openings only: a greeting with a question after it is a question. */
export const smallTalk = {
  hello: {
    "zh-CN": ["你好", "您好", "在吗", "在不在", "哈喽", "嗨", "早上好", "晚上好", "有人吗"],
    en: ["hello", "hi", "hey", "good morning", "good evening", "hi there", "anyone there"],
  },
  thanks: {
    "zh-CN": ["谢谢", "谢谢你", "感谢", "多谢", "辛苦了", "太好了谢谢"],
    en: ["thanks", "thank you", "thx", "many thanks", "cheers", "great thanks"],
  },
  bye: {
    "zh-CN": ["再见", "拜拜", "没事了", "没有了", "不用了", "先这样"],
    en: ["bye", "goodbye", "see you", "nothing else", "that's all", "no thanks"],
  },
  none: {
    "zh-CN": ["都不是", "不是这个", "不是这些"],
    en: ["none of these", "neither", "not that"],
  },
} as const;
