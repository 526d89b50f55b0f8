const zh = {
  onError: {
    title: "出错时",
    modes: { stop: "走流程的兜底", port: "走「出错」出口", value: "当作有结果，继续" },
    hints: {
      stop: "说一句抱歉，再按流程设置里的兜底处理。",
      port: "节点会多一个「出错」出口，请把它连到下一步。",
      value: "从第一个出口离开，并把下面的值当作结果。",
    },
    value: "当作结果的值",
  },
  empty: {
    title: "选一个节点来编辑",
    body: "点画布上的节点，这里就会显示它的设置。",
    facts: "这个流程",
    nodes: "节点",
    edges: "连线",
    variables: "变量",
    errors: "错误",
    warnings: "提醒",
    shortcuts: "常用快捷键",
    keys: { find: "查找", undo: "撤销", copy: "复制", remove: "删除所选", help: "全部快捷键" },
    variablesPanel: "管理变量",
    settingsPanel: "流程设置",
  },
};

const en = {
  onError: {
    title: "When it fails",
    modes: { stop: "Use the flow's fallback", port: "Leave through “Error”", value: "Go on with a value" },
    hints: {
      stop: "Apologises, then does what the flow's fallback says.",
      port: "The node gets an “Error” port; connect it.",
      value: "Leaves through the first port, with the value below as the result.",
    },
    value: "Value to go on with",
  },
  empty: {
    title: "Pick a node to edit it",
    body: "Click a node on the canvas and its settings appear here.",
    facts: "This flow",
    nodes: "Nodes",
    edges: "Wires",
    variables: "Variables",
    errors: "Errors",
    warnings: "Warnings",
    shortcuts: "Shortcuts",
    keys: { find: "Find", undo: "Undo", copy: "Copy", remove: "Delete selection", help: "All shortcuts" },
    variablesPanel: "Variables",
    settingsPanel: "Flow settings",
  },
} satisfies typeof zh;

export const commonMessages = { "zh-CN": zh, en };
