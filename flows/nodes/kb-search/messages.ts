const zh = {
  title: "查文档",
  description: "从知识库的文档和审核过的案例里找到相关内容，用原文回答并注明出处。",
  ports: { found: "找到答案", "not-found": "没找到" },
  fields: {
    bases: "知识库",
    layers: "查哪里",
    reply: "直接回复原文",
    prompt: "客户还没提问时先说",
    tags: "只查带这些标签的文档",
    sources: "只查这些文档或网址",
    language: "文档的语言",
    dataClasses: "数据分类",
    coverageMin: "匹配门槛",
    likenessMin: "语义相似门槛",
    passagesMax: "最多几个段落",
    skipSmallTalk: "闲聊不查",
    answerVariable: "把原文存到变量",
    passagesVariable: "把段落存到变量",
  },
  values: {
    documents: "文档",
    cases: "案例",
    any: "不限",
    customer: "客户的语言",
    "zh-CN": "中文",
    en: "英文",
    general: "一般",
    important: "重要",
  },
  help: {
    layers: "案例是专家审核过的经验，回答整段做法，不说背景和结果。",
    reply: "不用大模型：摘出最相关的几句原文，一字不改，并附上文档名和位置。关掉则只存到变量。",
    prompt: "说完就等客户提问；客户已经说过话时不会说。",
    tags: "文档有其中一个标签就会查。不填就查全部。",
    sources: "文档名或网址里有其中一个就会查，例如「价格表」或「/help/」。不填就查全部。案例不受影响。",
    language: "读取时认出的语言；认不出语言的文档总会查。案例不受影响。",
    dataClasses: "文档设置里的数据分类。核心数据从不说给客户。案例不受影响。",
    coverageMin: "0 到 1：问题里的词至少有多少出现在段落中，越高越谨慎。不填就用实测的默认值。",
    likenessMin:
      "0 到 1，只在工作区设置了语义检索服务时有用：意思足够接近的段落，即使用词不同也算找到。合适的数值因模型而异，请先在文档页试问。不填则只看用词。",
    skipSmallTalk: "“你好”“谢谢”之类的话直接走「没找到」。",
    passagesVariable: "列表，每项有标题、原文、位置和得分，可交给后面的节点。",
  },
};

const en = {
  title: "Search documents",
  description:
    "Finds passages in the documents and approved cases of knowledge bases, answers in their own words and says where they stand.",
  ports: { found: "Found", "not-found": "Not found" },
  fields: {
    bases: "Knowledge bases",
    layers: "Look in",
    reply: "Reply with the passage",
    prompt: "Say if nothing was asked yet",
    tags: "Only documents with these tags",
    sources: "Only these documents or addresses",
    language: "Language of documents",
    dataClasses: "Data class",
    coverageMin: "Match from",
    likenessMin: "Similar from",
    passagesMax: "Passages at most",
    skipSmallTalk: "Skip small talk",
    answerVariable: "Store the answer in",
    passagesVariable: "Store the passages in",
  },
  values: {
    documents: "Documents",
    cases: "Cases",
    any: "Any",
    customer: "The customer’s",
    "zh-CN": "Chinese",
    en: "English",
    general: "General",
    important: "Important",
  },
  help: {
    layers:
      "Cases are experience that experts have approved: the good practice is said in full, context and outcome are not.",
    reply:
      "Without a language model: the sentences that say most of what was asked, word for word, with document and place. Off only stores them.",
    prompt: "Then the node waits for the question. Not said once the customer has written.",
    tags: "A document with any of them is searched. Empty searches all.",
    sources:
      "A document with any of these in its name or address is searched, such as “Price list” or “/help/”. Empty searches all. Cases are not affected.",
    language:
      "As it was recognised when the document was read; one whose language is not known is always searched. Cases are not affected.",
    dataClasses:
      "As in the settings of a document. Core data is never said to customers. Cases are not affected.",
    coverageMin:
      "0 to 1: how much of what was asked must stand in a passage. Higher is more careful; empty means the measured default.",
    likenessMin:
      "0 to 1, for workspaces with a semantic search provider: a passage that means nearly the same counts as found, in whatever words. The right value depends on the model: try questions on the documents page first. Empty goes by words alone.",
    skipSmallTalk: "Greetings and thanks leave through “Not found” at once.",
    passagesVariable: "A list with title, text, place and score of each, for nodes further on.",
  },
} satisfies typeof zh;

export const kbSearchMessages = { "zh-CN": zh, en };
