const zh = {
  title: "循环",
  description: "对列表里的每一项重复，或者重复到条件成立为止。",
  ports: { body: "每一轮", done: "完成", limit: "达到上限" },
  fields: {
    over: "重复方式",
    list: "列表",
    itemVariable: "当前项存到变量",
    until: "停止条件",
    indexVariable: "第几轮存到变量",
    iterationsMax: "最多几轮",
  },
  help: {
    list: "一个得到列表的表达式，例如 orders。只在循环开始时读取一次。",
    until: "每一轮开始前检查，成立就从「完成」离开。",
    iterationsMax: "最多 100 轮，做满了还没完成就走「达到上限」。",
  },
  values: { list: "遍历列表", until: "直到条件成立" },
};

const en = {
  title: "Loop",
  description: "Repeats for each item of a list, or until a condition holds.",
  ports: { body: "Each round", done: "Done", limit: "Limit reached" },
  fields: {
    over: "Repeat",
    list: "List",
    itemVariable: "Store the item in",
    until: "Stop when",
    indexVariable: "Store the round in",
    iterationsMax: "Rounds at most",
  },
  help: {
    list: "An expression that gives a list, for example orders. Read once, when the loop begins.",
    until: "Checked before each round; when it holds, the loop is done.",
    iterationsMax: "100 at most. If it is not done by then, it leaves through “Limit reached”.",
  },
  values: { list: "For each item", until: "Until a condition holds" },
} satisfies typeof zh;

export const loopMessages = { "zh-CN": zh, en };
