const zh = {
  title: "记下问题",
  description: "把没答上来的问题记下来，供整理问答的人补充。",
  ports: { next: "继续" },
  fields: { reason: "原因", text: "改记这段文字" },
  help: { text: "不填就记客户刚说的话。手机号等个人信息会先遮住。" },
  values: {
    "no-answer": "没有答案",
    "low-confidence": "没有把握",
    "wrong-answer": "答错了",
    "out-of-date": "内容过期",
  },
};

const en = {
  title: "Note the question",
  description: "Puts down a question that was not answered, for whoever writes the answers.",
  ports: { next: "Next" },
  fields: { reason: "Reason", text: "Put down this text instead" },
  help: {
    text: "Empty means what the customer just said. Phone numbers and other personal data are hidden first.",
  },
  values: {
    "no-answer": "No answer",
    "low-confidence": "Not sure enough",
    "wrong-answer": "Wrong answer",
    "out-of-date": "Out of date",
  },
} satisfies typeof zh;

export const logGapMessages = { "zh-CN": zh, en };
