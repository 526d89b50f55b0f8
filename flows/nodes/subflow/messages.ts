const zh = {
  title: "子流程",
  description: "运行另一个流程，结束后带着结果回来。",
  ports: { done: "完成" },
  fields: {
    flowId: "流程",
    inputs: "传入",
    "inputs[].name": "子流程的变量",
    "inputs[].value": "值",
    outputs: "带回",
    "outputs[].name": "子流程的变量",
    "outputs[].variable": "存到变量",
    exits: "单独出口的结果",
    "exits[].id": "结果代码",
    "exits[].label": "出口名称",
  },
  help: { exits: "填子流程「结束」节点的结果代码；没有列出的结果走「完成」。" },
  values: { literal: "固定值", template: "文字模板", expression: "表达式" },
};

const en = {
  title: "Sub-flow",
  description: "Runs another flow and comes back with its results.",
  ports: { done: "Done" },
  fields: {
    flowId: "Flow",
    inputs: "Pass in",
    "inputs[].name": "Variable of the sub-flow",
    "inputs[].value": "Value",
    outputs: "Bring back",
    "outputs[].name": "Variable of the sub-flow",
    "outputs[].variable": "Store in variable",
    exits: "Outcomes with a port of their own",
    "exits[].id": "Outcome code",
    "exits[].label": "Port name",
  },
  help: { exits: "Outcome codes of the sub-flow's End nodes; all others leave through “Done”." },
  values: { literal: "Fixed value", template: "Text template", expression: "Expression" },
} satisfies typeof zh;

export const subflowMessages = { "zh-CN": zh, en };
