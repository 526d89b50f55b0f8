const zh = {
  title: "关键词",
  description: "按关键词走分支，结果完全可预期。",
  ports: { else: "都没提到" },
  fields: {
    groups: "关键词组",
    "groups[].name": "组名",
    "groups[].words": "关键词和同义词",
    "groups[].patterns": "正则表达式",
    "groups[].match": "匹配方式",
    "groups[].except": "出现这些词就不算",
    prompt: "客户还没提问时先说",
    variable: "把找到的词存到变量",
  },
  help: {
    groups: "从上往下比较，第一个符合的组生效。",
    "groups[].words": "不区分全角半角和大小写，首尾的标点不算。",
    "groups[].except": "例如「转人工」组里填「不要转人工」。",
    prompt: "说完就等客户提问；客户已经说过话时不会说。",
  },
  values: { contains: "话里包含", whole: "整句就是", starts: "开头是" },
};

const en = {
  title: "Keywords",
  description: "Goes by words, fully predictable.",
  ports: { else: "None of them" },
  fields: {
    groups: "Groups of words",
    "groups[].name": "Group name",
    "groups[].words": "Words and synonyms",
    "groups[].patterns": "Regular expressions",
    "groups[].match": "How to match",
    "groups[].except": "Unless one of these is said",
    prompt: "Say if nothing was asked yet",
    variable: "Store the word in",
  },
  help: {
    groups: "Compared from top to bottom; the first group that fits wins.",
    "groups[].words": "Width, case and punctuation at either end make no difference.",
    "groups[].except": "For example “no agent” in the group “agent”.",
    prompt: "Then the node waits for the question. Not said once the customer has written.",
  },
  values: { contains: "Message contains", whole: "Message is exactly", starts: "Message starts with" },
} satisfies typeof zh;

export const keywordMessages = { "zh-CN": zh, en };
