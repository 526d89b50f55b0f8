const zh = {
  open: "打开在线客服",
  close: "收起在线客服",
  unread: (count: number) => `，${count} 条新消息`,
  frame: "在线客服",
};

const en = {
  open: "Open chat",
  close: "Close chat",
  unread: (count: number) => (count === 1 ? ", 1 new message" : `, ${count} new messages`),
  frame: "Chat",
} satisfies typeof zh;

export const loaderMessages = { "zh-CN": zh, en };

export type LoaderTexts = typeof zh;
