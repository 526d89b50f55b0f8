const zh = {
  menu: "同义词",
  title: "同义词",
  lead: "把说法不同、意思一样的词放在一起，例如「快递 = 物流 = 包裹」。改了以后几秒内对客户生效，不用发布；发布记录里会多一版「同义词更新」，不合适可以退回。",
  words: "同义词",
  wordsHint: "用逗号分开，最常用的放在最前。只写一个词，就是告诉系统这是一个完整的专有词，例如「以旧换新」",
  inWorkspace: "整个工作区都用",
  inWorkspaceHint:
    "用在所有知识库里，也用在机器人流程里的意图和问答集里。客户说了流程里没写过的词，就按同组里写过的词来理解，几秒内生效，不用重新发布机器人；问答集自己的同义词优先。流程里没写过的专有词会当作一个整词，不按里面的字去猜；写过的专有词在流程里没有别的作用。",
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
    "Separated by commas, the most usual one first. A single word is a term of its own that is known as a whole, such as “gift card”",
  inWorkspace: "Use in the whole workspace",
  inWorkspaceHint:
    "In every base, and in the intents and question sets of bots. There, a word that they do not have is read as one of its group that they have, within seconds and without publishing the bot; a question set's own synonyms come first. A term that they do not have is taken as a whole, and no longer for its parts; one that they have makes no difference there.",
  everywhere: "Whole workspace",
  add: "Add",
  empty: "No synonyms yet",
  list: "List of synonyms",
  remove: (words: string) => `Delete “${words}”`,
} satisfies typeof zh;

export const synonymMessages = { "zh-CN": zh, en };
