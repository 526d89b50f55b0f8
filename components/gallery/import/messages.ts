const zh = {
  cardTitle: "导入已有的机器人",
  cardBody: "把文件拖到这里，或点这里选择",
  formats: "支持解答的导出文件，以及 Dify（.yml）、Typebot、FastGPT 的导出文件",
  title: "从文件导入",
  replaceTitle: (name: string) => `用文件替换「${name}」的草稿`,
  replaceLead: "现在的草稿会先存成一份快照，可以在画布的「找回」里恢复。线上版本不受影响。",
  choose: "选择文件",
  another: "换一个文件",
  from: { jieda: "解答导出", dify: "来自 Dify", typebot: "来自 Typebot", fastgpt: "来自 FastGPT" },
  contains: (nodes: number, answers: number, tests: number) =>
    [`${nodes} 个节点`, answers > 0 ? `${answers} 条问答` : "", tests > 0 ? `${tests} 个测试` : ""]
      .filter(Boolean)
      .join("，"),
  refusedTitle: "这个文件不能导入",
  refusedBody: "没有改动任何内容。原因如下：",
  tooLarge: "文件超过 20 MB。",
  unreadable: "文件读不出来：它不是完整的 JSON 或 YAML。",
  unknown: "认不出这个文件。请选择解答、Dify、Typebot 或 FastGPT 的导出文件。",
  more: (count: number) => `还有 ${count} 处`,
  report: {
    title: "导入报告",
    summary: (mapped: number, changed: number, unmapped: number) =>
      `${mapped} 个照原样导入，${changed} 个有改动，${unmapped} 个需要补充`,
    outcomes: { mapped: "已导入", changed: "有改动", unmapped: "需补充" },
    hint: "需要补充的节点在画布上会标红，补好之前不能发布，客户不会看到。",
  },
  missing: {
    title: "文件里缺少的内容",
    lead: "流程用到了这些内容，但文件里没有。请逐个选择：",
    faqSet: (id: string, uses: number) => `问答集 ${id}（${uses} 处用到）`,
    flow: (id: string, uses: number) => `子流程 ${id}（${uses} 处用到）`,
    create: "新建一个空的",
    leave: "先空着",
    use: (name: string) => `用「${name}」`,
    flowHint: "子流程需要在画布里重新选择",
    pick: (id: string) => `${id} 怎么处理`,
  },
  name: "机器人名称",
  create: "创建并打开画布",
  replace: "替换草稿",
  failed: "没有导入成功，请稍后再试",
  replaced: (tests: number): string => (tests === 0 ? "草稿已替换" : `草稿已替换，加入 ${tests} 个测试`),
  withTests: (count: number) => `带上文件里的 ${count} 个测试`,
  withTestsHint: "放进一个新的测试集。机器人已有的测试不变，一样的不会重复加入。",
};

const en = {
  cardTitle: "Bring an existing bot",
  cardBody: "Drop a file here, or click to choose",
  formats: "Files of Jieda, and exports of Dify (.yml), Typebot and FastGPT",
  title: "Import a file",
  replaceTitle: (name: string) => `Replace the draft of “${name}” by a file`,
  replaceLead:
    "The draft is kept as a snapshot first; restore it from Recovery in the builder. What is live does not change.",
  choose: "Choose a file",
  another: "Another file",
  from: { jieda: "Export of Jieda", dify: "From Dify", typebot: "From Typebot", fastgpt: "From FastGPT" },
  contains: (nodes: number, answers: number, tests: number) =>
    [
      `${nodes} ${nodes === 1 ? "node" : "nodes"}`,
      answers > 0 ? `${answers} ${answers === 1 ? "answer" : "answers"}` : "",
      tests > 0 ? `${tests} ${tests === 1 ? "test" : "tests"}` : "",
    ]
      .filter(Boolean)
      .join(", "),
  refusedTitle: "This file cannot be imported",
  refusedBody: "Nothing was changed. The reason:",
  tooLarge: "The file is larger than 20 MB.",
  unreadable: "The file cannot be read: it is no complete JSON or YAML.",
  unknown: "This is no file that we know. Choose an export of Jieda, Dify, Typebot or FastGPT.",
  more: (count: number) => `and ${count} more`,
  report: {
    title: "Import report",
    summary: (mapped: number, changed: number, unmapped: number) =>
      `${mapped} as they were, ${changed} changed, ${unmapped} to be filled in`,
    outcomes: { mapped: "Imported", changed: "Changed", unmapped: "Fill in" },
    hint: "What is to be filled in shows red on the canvas. It cannot be published before, and no customer sees it.",
  },
  missing: {
    title: "Not in the file",
    lead: "The flow uses these, but the file does not hold them. Choose for each:",
    faqSet: (id: string, uses: number) => `FAQ set ${id} (used ${uses}×)`,
    flow: (id: string, uses: number) => `Sub-flow ${id} (used ${uses}×)`,
    create: "Create an empty one",
    leave: "Leave it open",
    use: (name: string) => `Use “${name}”`,
    flowHint: "Choose the sub-flow again on the canvas",
    pick: (id: string) => `What to do about ${id}`,
  },
  name: "Name of the bot",
  create: "Create and open builder",
  replace: "Replace the draft",
  failed: "It was not imported. Try again later",
  replaced: (tests: number) =>
    tests === 0
      ? "The draft was replaced"
      : `The draft was replaced, and ${tests} ${tests === 1 ? "test" : "tests"} added`,
  withTests: (count: number) => `Bring ${count === 1 ? "the test" : `the ${count} tests`} of the file along`,
  withTestsHint: "As a suite of its own. The tests that the bot has stay; equal ones are not added again.",
} satisfies typeof zh;

export const importMessages = { "zh-CN": zh, en };
