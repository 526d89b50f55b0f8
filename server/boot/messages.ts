const zh = {
  ready: "Jieda 解答已就绪",
  console: "控制台",
  chat: "示例聊天页",
  demo: "网页组件演示",
  setup: "首次使用，请用此链接创建所有者账号（仅可使用一次）",
  localOnly: "目前只有本机可以访问。要让其他设备访问，请设置 HOST=0.0.0.0 和 PUBLIC_URL（见 .env.example）。",
  stop: "按 Ctrl+C 停止",
  seconds: "秒",
};

const en = {
  ready: "Jieda is ready",
  console: "Console",
  chat: "Sample chat page",
  demo: "Widget on a website",
  setup: "First start: create the owner account with this link (it works once)",
  localOnly:
    "Only this machine can reach it. To open it to others, set HOST=0.0.0.0 and PUBLIC_URL (see .env.example).",
  stop: "Press Ctrl+C to stop",
  seconds: "s",
} satisfies typeof zh;

export const bootMessages = { "zh-CN": zh, en };
