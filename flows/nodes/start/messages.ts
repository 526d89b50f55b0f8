const zh = {
  title: "开始",
  description: "对话从这里开始：先打招呼，再走向下一步。",
  ports: { next: "下一步" },
  fields: {
    opening: "开场白",
    suggestions: "推荐问题",
    "suggestions[].label": "问题",
    "returning.variable": "用来记住老客户的变量",
    "returning.opening": "对老客户的开场白",
  },
  help: {
    opening: "对话开始时说一次。客户带着问题来时不再重复。",
    suggestions: "显示在开场白下方，客户点一下就等于发送这句话。",
    "returning.variable": "请选作用范围为「客户」的变量。客户再次来访时，改说下面的开场白。",
  },
};

const en = {
  title: "Start",
  description: "Every conversation begins here: greet, then go on.",
  ports: { next: "Next" },
  fields: {
    opening: "Greeting",
    suggestions: "Suggested questions",
    "suggestions[].label": "Question",
    "returning.variable": "Variable that remembers the customer",
    "returning.opening": "Greeting for returning customers",
  },
  help: {
    opening: "Said once when the conversation begins, not when the customer comes with a question.",
    suggestions: "Buttons under the greeting. A click sends the question.",
    "returning.variable": "Pick a variable of scope “contact”. On the next visit the greeting below is used.",
  },
} satisfies typeof zh;

export const startMessages = { "zh-CN": zh, en };
