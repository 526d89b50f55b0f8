const zh = {
  menu: "同义词",
  title: "同义词",
  lead: "把说法不同、意思一样的词放在一起，例如「快递 = 物流 = 包裹」。改了以后几秒内对客户生效，不用发布；发布记录里会多一版「同义词更新」，不合适可以退回。",
  words: "同义词",
  wordsHint:
    "用逗号分开，最常用的放在最前。只写一个词，就是一个完整的专有词，例如「以旧换新」：问到它时，写着整个词的问答和段落优先，只有「换新」的靠后",
  inWorkspace: "整个工作区都用",
  inWorkspaceHint: "所有知识库，还有机器人流程里的意图和问答集",
  inBotsHint: {
    synonyms:
      "流程里没写过的词，按同组里写过的词来理解，几秒内生效，不用发布机器人；问答集自己的同义词优先。",
    term: "流程里没写过的专有词，当作一个整词，不按里面的字去猜；流程里写过的，那里没有变化。",
  },
  everywhere: "整个工作区",
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
    "Separated by commas, the most usual one first. A single word is a term of its own, such as “gift card”: entries and passages that hold it whole come first, before those with only “card”",
  inWorkspace: "Use in the whole workspace",
  inWorkspaceHint: "Every base, and the intents and question sets of bots",
  inBotsHint: {
    synonyms:
      "A word that a bot does not have is read as one of its group that it has, within seconds and without publishing. A question set's own synonyms come first.",
    term: "A term that a bot does not have is taken as a whole, not for its parts. For one that it has, nothing changes there.",
  },
  everywhere: "Whole workspace",
  add: "Add",
  empty: "No synonyms yet",
  list: "List of synonyms",
  remove: (words: string) => `Delete “${words}”`,
} satisfies typeof zh;

export const synonymMessages = { "zh-CN": zh, en };
