const zh = {
  title: "意图识别",
  description: "听懂客户想做什么，再走对应的分支。",
  ports: { ambiguous: "拿不准", none: "没听懂" },
  fields: {
    intents: "意图",
    "intents[].name": "名称",
    "intents[].description": "说明",
    "intents[].examples": "例句",
    "intents[].negatives": "反例",
    "intents[].threshold": "命中门槛",
    prompt: "客户还没提问时先说",
    intentVariable: "把识别结果存到变量",
    candidatesVariable: "把候选意图存到变量",
    margin: "拿不准的差距",
  },
  help: {
    intents: "一个意图就是客户想办的一件事，例如「退货」「查物流」。",
    "intents[].examples": "客户会怎么说，写 10 句以上效果更好，中英文可以混写。",
    "intents[].negatives": "听起来像、其实不是这个意思的话。",
    "intents[].threshold": "0 到 1，越高越谨慎。不填就用发布时从例句里测出的门槛，容易认错的意图会高一些。",
    prompt: "例如「请问有什么可以帮您？」。说完就等客户提问；客户已经说过话时不会说。",
    candidatesVariable: "接「澄清」节点时用它列出「您是不是想问」。",
    margin: "前两名的把握相差不到这个数，就走「拿不准」。不填就用默认值。",
  },
};

const en = {
  title: "Intent",
  description: "Finds out what the customer wants, and goes that way.",
  ports: { ambiguous: "Not sure", none: "Not understood" },
  fields: {
    intents: "Intents",
    "intents[].name": "Name",
    "intents[].description": "Description",
    "intents[].examples": "Examples",
    "intents[].negatives": "Counter-examples",
    "intents[].threshold": "Threshold",
    prompt: "Say if nothing was asked yet",
    intentVariable: "Store the intent in",
    candidatesVariable: "Store the candidates in",
    margin: "Margin for “not sure”",
  },
  help: {
    intents: "An intent is one thing that customers want done, such as “return an item”.",
    "intents[].examples": "What customers say. 10 or more work much better; languages may be mixed.",
    "intents[].negatives": "Sentences that sound alike but mean something else.",
    "intents[].threshold":
      "0 to 1, higher is more careful. Empty means what publishing finds from the examples: higher for an intent that is easily mistaken.",
    prompt:
      "For example “How can I help?”. Then the node waits for the question. Not said once the customer has written.",
    candidatesVariable: "A Clarify node lists these as “Did you mean”.",
    margin: "When the best two are closer than this, the talk leaves through “Not sure”.",
  },
} satisfies typeof zh;

export const intentMessages = { "zh-CN": zh, en };
