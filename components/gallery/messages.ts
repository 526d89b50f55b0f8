const zh = {
  title: "新建机器人",
  lead: "选一个接近您业务的模板，里面的流程、问答和测试都可以改。",
  answers: (count: number) => `${count} 条问答`,
  languages: { "zh-CN": "中文", en: "English" },
  choose: (name: string) => `使用模板：${name}`,
  dialog: {
    previewLabel: "对话示例",
    abilities: "开箱即用",
    name: "机器人名称",
    nameHint: "客户在聊天窗口顶部看到的名字，以后可以改",
    nameEmpty: "请填写名称",
    create: "创建并打开画布",
  },
};

const en = {
  title: "New bot",
  lead: "Pick a template close to your business. Its flow, answers and tests are yours to change.",
  answers: (count: number) => `${count} answers`,
  languages: { "zh-CN": "中文", en: "English" },
  choose: (name: string) => `Use template: ${name}`,
  dialog: {
    previewLabel: "Sample talk",
    abilities: "Out of the box",
    name: "Name of the bot",
    nameHint: "Customers read it at the top of the chat. You can change it later",
    nameEmpty: "Please enter a name",
    create: "Create and open builder",
  },
} satisfies typeof zh;

export const galleryMessages = { "zh-CN": zh, en };
