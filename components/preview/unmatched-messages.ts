const zh = {
  tooLarge: "这个版本太大，不能在预览里识别",
  notReady: "还没学完，请过一会儿再试",
  failed: {
    late: "例句太多，学习超时了；内容改动后会重新学习",
    memory: "例句太多，学习时内存不够；内容改动后会重新学习",
    interrupted: "学习被中断了，请再试一次",
    other: "没能学会这些例句；内容改动后会重新学习",
  },
};

const en = {
  tooLarge: "This version is too large to be understood in the preview",
  notReady: "Not learned yet; try again in a moment",
  failed: {
    late: "There are too many examples to learn in time; they are learned again after a change",
    memory: "There are too many examples for the memory there is; they are learned again after a change",
    interrupted: "Learning was interrupted; please try again",
    other: "The examples could not be learned; they are learned again after a change",
  },
} satisfies typeof zh;

/** Why the preview has no answer of the matcher. */
export const unmatchedMessages = { "zh-CN": zh, en };

export type UnmatchedTexts = typeof zh;
