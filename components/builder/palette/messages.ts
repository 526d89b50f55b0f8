const zh = {
  title: "节点",
  search: "搜索节点",
  recent: "最近使用",
  none: "没有这样的节点",
  hint: "拖到画布，或点击添加",
  add: (kind: string) => `添加「${kind}」`,
  close: "收起节点面板",
  open: "添加节点",
};

const en = {
  title: "Nodes",
  search: "Search nodes",
  recent: "Recently used",
  none: "No such node",
  hint: "Drag onto the canvas, or click to add",
  add: (kind: string) => `Add “${kind}”`,
  close: "Hide nodes",
  open: "Add a node",
} satisfies typeof zh;

export const paletteMessages = { "zh-CN": zh, en };
