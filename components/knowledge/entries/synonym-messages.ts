const zh = {
  menu: "同义词",
  title: "同义词",
  lead: "把说法不同、意思一样的词放在一起，例如「快递 = 物流 = 包裹」。改了以后几秒内对客户生效，不用发布；发布记录里会多一版「同义词更新」，不合适可以退回。",
  words: "同义词",
  wordsHint: "用逗号分开，最常用的放在最前。只写一个词，就是告诉系统这是一个完整的专有词，例如「以旧换新」",
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
  lead: "Put words together that mean the same, such as “parcel = package = delivery”. A change reaches customers within seconds, without a release; it is listed as one, “New synonyms”, so that you can go back.",
  words: "Words",
  wordsHint:
    "Separated by commas, the most usual one first. A single word is a term of its own that is known as a whole, such as “gift card”",
  inEveryBase: "Use in every base",
  everywhere: "Every base",
  add: "Add",
  empty: "No synonyms yet",
  list: "List of synonyms",
  remove: (words: string) => `Delete “${words}”`,
} satisfies typeof zh;

export const synonymMessages = { "zh-CN": zh, en };
