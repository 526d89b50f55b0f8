const zh = {
  builder: "打开画布",
  chat: "打开聊天页",
  duplicate: "复制一份",
  copyName: (name: string) => `${name} 副本`,
  duplicated: (name: string) => `已复制为「${name}」`,
  export: "导出文件",
  import: "用文件替换草稿",
  remove: "删除",
  removeTitle: (name: string) => `删除「${name}」？`,
  removeLead: "删除后 30 天内可以在机器人页面底部找回。",
  losses: {
    chat: "嵌入的网站和聊天链接立即停止服务",
    open: (count: number) => `${count} 个进行中的对话会中断`,
    content: (versions: number, tests: number, conversations: number) =>
      `${versions} 个版本、${tests} 个测试和 ${conversations} 个对话一起移走`,
  },
  typeName: (name: string) => `输入「${name}」确认`,
  wrongName: "名称不一致",
  removed: (name: string) => `「${name}」已删除`,
  deletedBots: (count: number) => `最近删除（${count}）`,
  deletedTitle: "最近删除",
  deletedLead: "删除 30 天内的机器人可以找回，版本、草稿和对话都还在。",
  deletedAt: (when: string, until: string) => `${when}删除，可找回至 ${until}`,
  restore: "找回",
  restored: (name: string) => `「${name}」已找回`,
};

const en = {
  builder: "Open builder",
  chat: "Open chat page",
  duplicate: "Duplicate",
  copyName: (name: string) => `${name} copy`,
  duplicated: (name: string) => `Copied as “${name}”`,
  export: "Export file",
  import: "Replace draft by a file",
  remove: "Delete",
  removeTitle: (name: string) => `Delete “${name}”?`,
  removeLead: "For 30 days you can bring it back from the foot of the bots page.",
  losses: {
    chat: "Pages that embed it and its chat link stop at once",
    open: (count: number) => `${count} open conversations break off`,
    content: (versions: number, tests: number, conversations: number) =>
      `${versions} versions, ${tests} tests and ${conversations} conversations go with it`,
  },
  typeName: (name: string) => `Type “${name}” to confirm`,
  wrongName: "That is not its name",
  removed: (name: string) => `“${name}” was deleted`,
  deletedBots: (count: number) => `Recently deleted (${count})`,
  deletedTitle: "Recently deleted",
  deletedLead: "For 30 days a deleted bot can be brought back with its versions, draft and talks.",
  deletedAt: (when: string, until: string) => `Deleted ${when}, can be brought back until ${until}`,
  restore: "Bring back",
  restored: (name: string) => `“${name}” is back`,
} satisfies typeof zh;

export const manageMessages = { "zh-CN": zh, en };
