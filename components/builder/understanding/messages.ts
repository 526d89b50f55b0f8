const zh = {
  title: "检查理解",
  check: "检查",
  again: "重新检查",
  lead: "每句例句轮流先不学，再拿来问一遍，看认得对不对。",
  running: "正在检查…",
  failed: "没能检查完，请再试一次",
  changed: "内容改过了，下面是改之前的结果",
  right: (right: number, asked: number) => `抽测 ${asked} 句，认对 ${right} 句`,
  percent: (percent: number) => `${percent}%`,
  missed: (from: string) => `「${from}」认不出来`,
  none: "没有发现容易认错的。",
  tooFew: (asked: number, min: number) =>
    `例句还太少，看不出来：能抽测的只有 ${asked} 句，至少要 ${min} 句。每个意思先写 5 句以上。`,
  confusions: "认错的例句",
  taken: (from: string, to: string) => `「${from}」被认成「${to}」`,
  times: (count: number, asked: number) => `${asked} 句里有 ${count} 句`,
  open: (sentence: string) => `去改「${sentence}」`,
  move: "移过去",
  moveSentence: (sentence: string, to: string) => `移过去：把「${sentence}」移到「${to}」`,
  adviceTaken: "认错的：改得更明确、移到对的地方，或者合并两个意思。",
  adviceMissed: "认不出的：照着多写几句相近的。",
  more: (count: number) => `再看 ${count} 处`,
  bar: {
    lead: "看看意图和问答会不会互相认错",
    progress: (done: number, total: number) => `正在检查 ${done}/${total}`,
    clean: "意图和问答没有发现容易认错的",
    grave: (count: number) => `${count} 处容易认错，已列在提醒里`,
    tooFew: "例句还太少，看不出会不会认错",
  },
  done: {
    running: "正在检查意图和问答会不会互相认错…",
    grave: (count: number) => `有 ${count} 处容易认错意思，客户可能被带到错的地方。`,
    see: "看看怎么改",
    clean: "意图和问答没有发现容易认错的。",
  },
};

const en = {
  title: "Check understanding",
  check: "Check",
  again: "Check again",
  lead: "Each example in turn is left out of the learning and then asked, to see whether it is still recognised.",
  running: "Checking…",
  failed: "The check did not come to its end. Try again",
  changed: "This was changed since; below is what was true before",
  right: (right: number, asked: number) => `${right} of ${asked} examples recognised`,
  percent: (percent: number) => `${percent}%`,
  missed: (from: string) => `“${from}” not recognised`,
  none: "Nothing is easily confused.",
  tooFew: (asked: number, min: number) =>
    `Too few examples to tell: only ${asked} can be tested, and it takes ${min}. Write 5 or more for each first.`,
  confusions: "Examples that were taken wrongly",
  taken: (from: string, to: string) => `“${from}” taken for “${to}”`,
  times: (count: number, asked: number) => `${count} of ${asked}`,
  open: (sentence: string) => `Change “${sentence}”`,
  move: "Move it there",
  moveSentence: (sentence: string, to: string) => `Move it there: “${sentence}” to “${to}”`,
  adviceTaken: "Taken wrongly: reword them, move them to where they belong, or merge the two.",
  adviceMissed: "Not recognised: add more that are like them.",
  more: (count: number) => `Show ${count} more`,
  bar: {
    lead: "See whether intents or answers are taken for each other",
    progress: (done: number, total: number) => `Checking ${done} of ${total}`,
    clean: "No intents or answers are easily confused",
    grave: (count: number) =>
      count === 1 ? "1 mix-up; see the warnings" : `${count} mix-ups; see the warnings`,
    tooFew: "Too few examples to tell what is confused",
  },
  done: {
    running: "Checking whether intents or answers are taken for each other…",
    grave: (count: number) =>
      count === 1
        ? "One thing is easily taken for another; customers may be led the wrong way."
        : `${count} things are easily taken for others; customers may be led the wrong way.`,
    see: "See what to change",
    clean: "No intents or answers are easily confused.",
  },
} satisfies typeof zh;

/** How well a bot can tell what its customers mean. */
export const examineMessages = { "zh-CN": zh, en };
