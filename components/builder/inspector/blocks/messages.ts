const zh = {
  add: "添加内容",
  blockNumber: (number: number) => `第 ${number} 条`,
  remove: (name: string) => `删除${name}`,
  variants: (count: number) => (count === 0 ? "+ 其他说法" : `其他说法 ${count}`),
  addVariant: "添加说法",
  variantNumber: (number: number) => `说法 ${number}`,
  addRow: "添加信息行",
  rowNumber: (number: number) => `信息行 ${number}`,
  addLink: "添加按钮链接",
  linkNumber: (number: number) => `按钮 ${number}`,
  channels: (count: number) => (count === 0 ? "所有渠道" : `${count} 个渠道`),
  channelNames: { web: "网页", "wechat-oa": "公众号", "wechat-kf": "微信客服" } as Readonly<
    Record<string, string>
  >,
  preview: "客户看到的样子",
  previewChannels: "预览渠道",
  tooLong: (bytes: number, max: number) => `这条有 ${bytes} 字节，超过 ${max}，会分成几条发送`,
  degraded: {
    choices: "没有按钮的地方，快捷回复会变成编号，客户回复数字即可。",
    card: "这里没有卡片，会变成文字。",
    file: "这里发不了文件，会变成文字和链接。",
  },
  tooManyButtons: (max: number) => `这里最多显示 ${max} 个按钮，超过时会变成编号，客户回复数字即可`,
  choose: "请回复数字：",
  image: "图片",
  file: "文件",
  empty: "（空）",
};

const en = {
  add: "Add content",
  blockNumber: (number: number) => `Part ${number}`,
  remove: (name: string) => `Delete ${name}`,
  variants: (count: number) => (count === 0 ? "+ Other wordings" : `Other wordings ${count}`),
  addVariant: "Add a wording",
  variantNumber: (number: number) => `Wording ${number}`,
  addRow: "Add a row",
  rowNumber: (number: number) => `Row ${number}`,
  addLink: "Add a link button",
  linkNumber: (number: number) => `Button ${number}`,
  channels: (count: number) =>
    count === 0 ? "All channels" : count === 1 ? "1 channel" : `${count} channels`,
  channelNames: { web: "Web", "wechat-oa": "WeChat OA", "wechat-kf": "WeChat CS" } as Readonly<
    Record<string, string>
  >,
  preview: "What customers see",
  previewChannels: "Channel of the preview",
  tooLong: (bytes: number, max: number) => `${bytes} bytes, over ${max}: sent as several messages`,
  degraded: {
    choices: "Where there are no buttons, quick replies become a numbered list to reply to.",
    card: "There are no cards here; this becomes text.",
    file: "Files cannot be sent here; this becomes text with a link.",
  },
  tooManyButtons: (max: number) => `Only ${max} buttons fit here; more become a numbered list to reply to`,
  choose: "Reply with a number:",
  image: "Picture",
  file: "File",
  empty: "(empty)",
} satisfies typeof zh;

export const blockMessages = { "zh-CN": zh, en };
