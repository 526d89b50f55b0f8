const zh = {
  title: "结束",
  description: "结束对话；在子流程里表示返回上一级。",
  ports: {},
  fields: { text: "结束语", resolution: "结果代码", keepOpen: "保留对话", askRating: "请客户评价" },
  help: {
    resolution: "用于统计，例如 resolved、unresolved。在子流程里，上一级按它选出口。",
    keepOpen: "客户还可以继续说，下一句话从头开始。",
  },
};

const en = {
  title: "End",
  description: "Closes the talk; in a sub-flow, goes back to the flow that called it.",
  ports: {},
  fields: {
    text: "Closing words",
    resolution: "Outcome code",
    keepOpen: "Keep the talk open",
    askRating: "Ask for a rating",
  },
  help: {
    resolution: "For reports, such as resolved or unresolved. A calling flow picks its exit by it.",
    keepOpen: "The customer may go on writing; the next message begins again.",
  },
} satisfies typeof zh;

export const endMessages = { "zh-CN": zh, en };
