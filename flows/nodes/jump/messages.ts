const zh = {
  title: "跳转",
  description: "跳到本流程里的另一个节点，不用拉长线。",
  ports: {},
  fields: { target: "跳到哪个节点" },
};

const en = {
  title: "Jump",
  description: "Goes on at another node of this flow, without a long wire.",
  ports: {},
  fields: { target: "Jump to" },
} satisfies typeof zh;

export const jumpMessages = { "zh-CN": zh, en };
