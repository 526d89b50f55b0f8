const zh = {
  button: "正在发布",
  bar: "发布进度",
  title: "正在发布",
  by: (name: string) => `${name} 正在发布这个机器人`,
  byYou: "您刚才开始的发布还在进行",
  working: "正在检查并学习问法，通常几秒钟…",
  checking: "正在检查草稿…",
  waiting: (ahead: number) => `正在排队学习，排在第 ${ahead} 个…`,
  intents: (at: number, total: number) => `正在学习意图：第 ${at} 个节点，共 ${total} 个`,
  faq: (at: number, total: number) => `正在学习问答：第 ${at} 组，共 ${total} 组`,
  named: (what: string, names: string) => `${what}（${names}）`,
  comma: "、",
  releasing: "学好了，正在上线…",
  percent: (percent: number) => `${percent}%`,
  quarter: (what: string, percent: number) => `${what} ${percent}%`,
  leave: "可以关闭页面，发布会继续进行。",
  endedLive: (number: number) => `第 ${number} 版已发布`,
  endedUnheard: "刚才的发布中断了，可能是服务器重启过。请打开「发布」，看看要不要再发布一次",
  endedWithout: "这次发布没有完成，请打开「发布」查看原因",
};

const en = {
  button: "Publishing",
  bar: "How far it is",
  title: "Publishing",
  by: (name: string) => `${name} is publishing this bot`,
  byYou: "What you began to publish is still on its way",
  working: "Checking, and learning the questions. This takes some seconds…",
  checking: "Checking the draft…",
  waiting: (ahead: number) =>
    ahead === 1
      ? "Waiting for its turn; it is the next to be learned…"
      : `Waiting for its turn; it is number ${ahead}…`,
  intents: (at: number, total: number) => `Learning intents: node ${at} of ${total}`,
  faq: (at: number, total: number) => `Learning answers: group ${at} of ${total}`,
  named: (what: string, names: string) => `${what} (${names})`,
  comma: ", ",
  releasing: "All is learned; it goes live now…",
  percent: (percent: number) => `${percent}%`,
  quarter: (what: string, percent: number) => `${what} ${percent}%`,
  leave: "You can close this page; it goes on.",
  endedLive: (number: number) => `Version ${number} is published`,
  endedUnheard:
    "Publishing was cut off; the server may have been restarted. Open Publish to see whether it has to be done again",
  endedWithout: "It was not published. Open Publish to see why",
} satisfies typeof zh;

/** How far a publication is, and how it ended. */
export const progressMessages = { "zh-CN": zh, en };
