const zh = {
  menu: "同义词",
  title: "同义词",
  lead: "把说法不同、意思一样的词放在一起，例如「快递 = 物流 = 包裹」。试一句时马上有效，客户在下一次发布后用到。",
  words: "同义词",
  wordsHint: "用逗号分开，最常用的放在最前。只写一个词，就是告诉系统这是一个完整的词",
  inEveryBase: "所有知识库都用",
  everywhere: "所有知识库",
  add: "添加",
  empty: "还没有同义词",
  list: "同义词列表",
  remove: (words: string) => `删除「${words}」`,
};

const en = {
  menu: "Synonyms",
  title: "Synonyms",
  lead: "Put words together that mean the same, such as “parcel = package = delivery”. They count at once when a sentence is tried, and for customers with the next release.",
  words: "Words",
  wordsHint:
    "Separated by commas, the most usual one first. A single word tells that it is one word and not to be split",
  inEveryBase: "Use in every base",
  everywhere: "Every base",
  add: "Add",
  empty: "No synonyms yet",
  list: "List of synonyms",
  remove: (words: string) => `Delete “${words}”`,
} satisfies typeof zh;

export const synonymMessages = { "zh-CN": zh, en };
