const zh = {
  label: "新手引导",
  step: (index: number, count: number) => `第 ${index} 步，共 ${count} 步`,
  next: "下一步",
  back: "上一步",
  done: "开始使用",
  skip: "跳过引导",
  again: "重看新手引导",
  steps: {
    palette: {
      title: "从这里拿节点",
      body: "每个节点是机器人会做的一件事：说一句话、问一个问题、查问答、转人工。拖到画布上，或点一下就加进来。",
    },
    canvas: {
      title: "在画布上连成对话",
      body: "从节点右边的圆点拉出一条线，接到下一个节点；拉到空白处松手，可以直接选下一个节点。",
    },
    panels: {
      title: "点一下节点填写内容",
      body: "点一下节点，在右侧填写。这里还有变量、流程设置、问题清单、测试和版本。",
    },
    preview: {
      title: "边改边试",
      body: "像客户一样和草稿对话，每一步走了哪条线、为什么这样回答都看得见。不会影响真实客户。",
    },
    publish: {
      title: "满意了再发布",
      body: "修改会自动保存，客户看到的仍是上一个版本；点“发布”才会换成新的，随时可以退回。",
    },
  },
};

const en = {
  label: "First steps",
  step: (index, count) => `Step ${index} of ${count}`,
  next: "Next",
  back: "Back",
  done: "Start",
  skip: "Skip the tour",
  again: "Show the tour again",
  steps: {
    palette: {
      title: "Nodes come from here",
      body: "Each node is one thing the bot does: say something, ask, look up an answer, hand over. Drag one onto the canvas, or click to add it.",
    },
    canvas: {
      title: "Wire them into a talk",
      body: "Pull a wire from the dot at a node’s right to the next node. Let go over empty canvas to pick the next node right there.",
    },
    panels: {
      title: "Click a node to fill it in",
      body: "Click a node and write its content at the right. Variables, flow settings, problems, tests and versions are here too.",
    },
    preview: {
      title: "Try it as you go",
      body: "Talk to the draft like a customer and see every step and why it was taken. Real customers are never touched.",
    },
    publish: {
      title: "Publish when you like it",
      body: "Edits are saved by themselves; customers keep the last version until you press Publish. You can always roll back.",
    },
  },
} satisfies typeof zh;

export const tourMessages = { "zh-CN": zh, en };

export type TourStep = keyof typeof zh.steps;
