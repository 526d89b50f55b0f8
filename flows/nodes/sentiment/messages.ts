const zh = {
  title: "情绪",
  description: "从用词看客户的情绪，有投诉、法律或安全风险的先走。",
  ports: { risk: "有风险", negative: "消极", neutral: "平静", positive: "积极" },
  fields: {
    riskWords: "另外的风险词",
    negativeTo: "「消极」不高于",
    positiveFrom: "「积极」不低于",
    variable: "把分数存到变量",
    remember: "连着之前的情绪一起看",
    text: "改看这段文字",
  },
  help: {
    riskWords: "已经内置 12315、律师、曝光、受伤、报警等词，这里补充本行业的。",
    negativeTo: "分数从 -1（愤怒）到 1（高兴）。",
    variable: "从 -1（愤怒）到 1（高兴）的一个数。",
    remember: "之前的分数占一半：平静的对话里偶尔一句重话，不算生气。",
    text: "不填就看客户刚说的话。",
  },
};

const en = {
  title: "Mood",
  description: "Reads the customer's mood off the words; signs of complaint, law or danger go first.",
  ports: { risk: "At risk", negative: "Negative", neutral: "Calm", positive: "Positive" },
  fields: {
    riskWords: "More alarm words",
    negativeTo: "Negative up to",
    positiveFrom: "Positive from",
    variable: "Store the score in",
    remember: "Count the mood so far",
    text: "Look at this text instead",
  },
  help: {
    riskWords: "Words such as lawyer, chargeback, injured or police are built in; add those of your trade.",
    negativeTo: "Scores go from -1 (angry) to 1 (delighted).",
    variable: "A number from -1 (angry) to 1 (delighted).",
    remember: "The score so far counts half: one cross word in a calm talk is not anger.",
    text: "Empty means what the customer just said.",
  },
} satisfies typeof zh;

export const sentimentMessages = { "zh-CN": zh, en };
