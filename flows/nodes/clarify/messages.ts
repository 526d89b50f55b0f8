const zh = {
  title: "澄清",
  description: "拿不准时问一句「您是不是想问」，让客户点选。",
  ports: { picked: "已选择", none: "都不是", timeout: "超时未答" },
  fields: {
    source: "候选来自变量",
    question: "怎么问",
    noneLabel: "「都不是」按钮的文字",
    candidatesMax: "最多几个候选",
    intents: "单独出口的意图",
    "intents[].id": "意图编号",
    "intents[].label": "出口名称",
    pickedVariable: "把选择结果存到变量",
    reply: "直接回复所选问题的答案",
    allowDigression: "中途可以问别的问题",
    timeoutMs: "最长等待时间",
  },
  help: {
    source: "选意图识别或常见问题节点里「存到变量」的那个变量。",
    intents: "选中这些意图时走各自的出口，其余的走「已选择」。",
  },
  defaults: { question: "您是不是想问：", noneLabel: "都不是" },
};

const en = {
  title: "Clarify",
  description: "Asks “Did you mean” when the bot is not sure, and lets the customer pick.",
  ports: { picked: "Picked", none: "None of these", timeout: "No answer in time" },
  fields: {
    source: "Candidates from",
    question: "Question",
    noneLabel: "Text of the “none” button",
    candidatesMax: "Candidates at most",
    intents: "Intents with a port of their own",
    "intents[].id": "Intent id",
    "intents[].label": "Port name",
    pickedVariable: "Store the pick in",
    reply: "Reply with the answer of a picked question",
    allowDigression: "Customer may ask something else",
    timeoutMs: "Wait at most",
  },
  help: {
    source: "The variable into which the Intent or FAQ node stores its candidates.",
    intents: "These intents leave through their own port, all others through “Picked”.",
  },
  defaults: { question: "Did you mean:", noneLabel: "None of these" },
} satisfies typeof zh;

export const clarifyMessages = { "zh-CN": zh, en };
