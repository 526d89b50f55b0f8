import { grayMessages } from "./gray-messages.ts";
import { progressMessages } from "./progress-messages.ts";
import { versionMessages } from "./version-messages.ts";

const zh = {
  publish: "发布",
  dialog: {
    title: (bot: string) => `发布「${bot}」`,
    firstTitle: (bot: string) => `首次发布「${bot}」`,
    saving: "正在保存您的修改…",
    against: (number: number) => `和线上的第 ${number} 版相比`,
    first: "发布之后，客户就能在聊天页和网站上和它对话。",
    authors: (names: string) => `包含 ${names} 保存的修改`,
    compare: "并排对比",
    allChanges: (count: number) => `查看全部 ${count} 处`,
    fewerChanges: "收起",
    unchanged: "草稿和线上版本一样，没有可以发布的修改。",
    errors: (count: number) => `有 ${count} 个问题，改好才能发布`,
    errorsHint: "点一条，直接跳到要改的地方。",
    refused: "服务器检查后拒绝了这次发布",
    warnings: (count: number) => `${count} 条提醒，不影响发布`,
    note: "版本说明",
    noteHint: "写给同事看，客户看不到。",
    who: "发给谁",
    everybody: "全部客户",
    some: "先给一部分（灰度）",
    grayRunning: (number: number) => `第 ${number} 版正在灰度。发布给全部客户会停止这次灰度。`,
    grayBlocked: (number: number) => `第 ${number} 版正在灰度，同时只能有一个。请先全量或停止它。`,
    go: "发布",
    goGray: "开始灰度",
    cancel: "取消",
    testing: (done: number, total: number) => `正在运行必过的测试 ${done}/${total}`,
    testingStart: "正在运行必过的测试…",
    testsFailed: (count: number) => `${count} 个必过的测试没有通过，不能发布`,
    testsBroken: "测试没能跑完，请重试",
    testsClear: (count: number) => `${count} 个必过的测试全部通过`,
    testsMissing: (count: number) => `发布前会先运行 ${count} 个必过的测试`,
    seeTests: "查看测试",
    override: "仍然发布",
    overrideReason: "为什么可以不等测试通过",
    overrideHint: "原因会写进版本和操作日志。",
    overrideNo: "只有所有者和管理员可以在测试未通过时发布。",
    changedMeanwhile: "草稿刚刚有新的修改，已为您刷新，请再看一眼。",
  },
  running: {
    title: (count: number) => `进行中的 ${count >= 1000 ? "1000+" : count} 个对话怎么办`,
    titleAny: "进行中的对话怎么办",
    grayTitle: "灰度版本上进行中的对话怎么办",
    options: {
      finish: { label: "按原来的版本聊完", hint: "最稳妥。新对话用新版本，正在聊的客户感觉不到变化。" },
      move: {
        label: "下一句话起用新版本",
        hint: "客户停在哪一步就从哪一步继续；那一步已删除时，走流程的兜底。",
      },
      restart: {
        label: "从头开始",
        hint: "客户的下一句话会从新版本的开头重新处理，之前填到一半的内容作废。",
      },
    },
  },
  done: {
    title: (number: number) => `第 ${number} 版已上线`,
    body: "新对话几秒内就会用上它。不满意可以随时回滚。",
    grayTitle: (number: number, percent: number) => `第 ${number} 版开始灰度，先给 ${percent}% 的客户`,
    grayBody: "在「版本」面板里看它的表现，随时扩大、全量或停止。",
    openChat: "打开聊天页",
    copySnippet: "复制嵌入代码",
    close: "完成",
    versions: "查看版本",
  },
  progress: progressMessages["zh-CN"],
  ...grayMessages["zh-CN"],
  ...versionMessages["zh-CN"],
};

const en = {
  publish: "Publish",
  dialog: {
    title: (bot: string) => `Publish “${bot}”`,
    firstTitle: (bot: string) => `Publish “${bot}” for the first time`,
    saving: "Saving your edits…",
    against: (number: number) => `Compared with live version ${number}`,
    first: "Once published, customers can talk to it on the chat page and on your site.",
    authors: (names: string) => `Includes what ${names} saved`,
    compare: "Side by side",
    allChanges: (count: number) => `Show all ${count}`,
    fewerChanges: "Show fewer",
    unchanged: "The draft is the same as what is live. There is nothing to publish.",
    errors: (count: number) =>
      `${count} ${count === 1 ? "problem keeps" : "problems keep"} this from being published`,
    errorsHint: "Click one to go where it can be mended.",
    refused: "The server checked the draft and refused it",
    warnings: (count: number) => `${count} ${count === 1 ? "hint" : "hints"}; you can publish all the same`,
    note: "What is new",
    noteHint: "For your colleagues. Customers never see it.",
    who: "For whom",
    everybody: "Everybody",
    some: "Some first (gray release)",
    grayRunning: (number: number) =>
      `Version ${number} is out as a gray release. Publishing to everybody stops it.`,
    grayBlocked: (number: number) =>
      `Version ${number} is out as a gray release, and there can only be one. Roll it out or stop it first.`,
    go: "Publish",
    goGray: "Start gray release",
    cancel: "Cancel",
    testing: (done: number, total: number) => `Running required tests ${done}/${total}`,
    testingStart: "Running required tests…",
    testsFailed: (count: number) =>
      `${count} required ${count === 1 ? "test" : "tests"} failed; this cannot be published`,
    testsBroken: "The tests did not come to their end. Try again",
    testsClear: (count: number) => `${count} required ${count === 1 ? "test has" : "tests have"} passed`,
    testsMissing: (count: number) =>
      `${count} required ${count === 1 ? "test runs" : "tests run"} before it is published`,
    seeTests: "See tests",
    override: "Publish anyway",
    overrideReason: "Why this need not wait for the tests",
    overrideHint: "The reason is kept with the version and in the audit log.",
    overrideNo: "Only owners and admins may publish while tests fail.",
    changedMeanwhile: "The draft has just been changed. It is refreshed here; please look again.",
  },
  running: {
    title: (count: number) =>
      `What becomes of ${count >= 1000 ? "1000+" : count} ${count === 1 ? "talk" : "talks"} under way`,
    titleAny: "What becomes of talks under way",
    grayTitle: "What becomes of talks on the gray version",
    options: {
      finish: {
        label: "Finish on their version",
        hint: "The safest. New talks get the new version; customers in the middle of one notice nothing.",
      },
      move: {
        label: "Move with their next message",
        hint: "Customers go on at the step where they are; if that step is gone, the flow's fallback answers.",
      },
      restart: {
        label: "Begin anew",
        hint: "The customer's next message starts the new version from its beginning; half-filled forms are dropped.",
      },
    },
  },
  done: {
    title: (number: number) => `Version ${number} is live`,
    body: "New talks get it within seconds. You can roll back at any time.",
    grayTitle: (number: number, percent: number) =>
      `Version ${number} goes to ${percent}% of customers first`,
    grayBody: "Watch how it does under Versions; widen it, roll it out or stop it at any time.",
    openChat: "Open chat page",
    copySnippet: "Copy embed code",
    close: "Done",
    versions: "See versions",
  },
  progress: progressMessages.en,
  ...grayMessages.en,
  ...versionMessages.en,
} satisfies typeof zh;

/** Publishing, versions, comparing and gray releases. */
export const releaseMessages = { "zh-CN": zh, en };
