const zh = {
  title: "设置变量",
  description: "写入、追加、累加或清空变量。",
  ports: { next: "下一步" },
  fields: {
    assignments: "操作",
    "assignments[].variable": "变量",
    "assignments[].op": "做什么",
    "assignments[].value": "值",
  },
  help: { assignments: "从上到下依次执行，后面的模板和表达式读到的是前面刚写入的值。" },
  values: {
    set: "设为",
    append: "追加到列表",
    inc: "加上",
    clear: "清空",
    literal: "固定值",
    template: "文字模板",
    expression: "表达式",
  },
};

const en = {
  title: "Set variable",
  description: "Sets, appends to, adds to or clears variables.",
  ports: { next: "Next" },
  fields: {
    assignments: "Changes",
    "assignments[].variable": "Variable",
    "assignments[].op": "What to do",
    "assignments[].value": "Value",
  },
  help: {
    assignments: "Done from top to bottom: templates and expressions see what the lines above them have set.",
  },
  values: {
    set: "Set to",
    append: "Append to list",
    inc: "Add",
    clear: "Clear",
    literal: "Fixed value",
    template: "Text template",
    expression: "Expression",
  },
} satisfies typeof zh;

export const setVariableMessages = { "zh-CN": zh, en };
