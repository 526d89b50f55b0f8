const zh = {
  title: "常见问题",
  description: "从审核过的问答库里找答案，一字不改地回复。",
  ports: { hit: "找到答案", suggest: "有相近问题", miss: "没找到" },
  fields: {
    faqSets: "问答库",
    bases: "知识库",
    reply: "直接回复答案",
    prompt: "客户还没提问时先说",
    candidatesVariable: "把相近问题存到变量",
    suggestionsMax: "最多几个相近问题",
    answerVariable: "把答案存到变量",
    sureFrom: "命中门槛",
    suggestFrom: "推荐门槛",
  },
  help: {
    bases: "工作区的知识库，发布后下一句对话就生效，不用重新发布机器人。",
    prompt: "说完就等客户提问；客户已经说过话时不会说。",
    candidatesVariable: "接「澄清」节点时用它列出「您是不是想问」。",
    sureFrom:
      "0 到 1，越高越谨慎。不填就用系统测得的默认值。客户一字不差地说出某条问题（只有一条这样写）时，总会直接回答。",
    suggestFrom: "0 到 1，低于命中门槛、不低于这个数的问题会列为相近问题。",
  },
};

const en = {
  title: "FAQ",
  description: "Finds the answer in your reviewed Q&A and gives it word for word.",
  ports: { hit: "Answered", suggest: "Similar questions", miss: "No match" },
  fields: {
    faqSets: "Q&A sets",
    bases: "Knowledge bases",
    reply: "Reply with the answer",
    prompt: "Say if nothing was asked yet",
    candidatesVariable: "Store similar questions in",
    suggestionsMax: "Similar questions at most",
    answerVariable: "Store the answer in",
    sureFrom: "Sure from",
    suggestFrom: "Suggest from",
  },
  help: {
    bases:
      "Of the workspace. A release of theirs counts from the next message on, without publishing the bot.",
    prompt: "Then the node waits for the question. Not said once the customer has written.",
    candidatesVariable: "A Clarify node lists these as “Did you mean”.",
    sureFrom:
      "0 to 1, higher is more careful. Empty means the measured default. A question put word for word is always answered, if only one entry has it.",
    suggestFrom: "0 to 1. Questions below “sure” and from here on are suggested.",
  },
} satisfies typeof zh;

export const faqMessages = { "zh-CN": zh, en };
