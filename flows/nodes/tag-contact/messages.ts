const zh = {
  title: "客户标签",
  description: "给客户加标签、去标签，或者记录资料。",
  ports: { next: "下一步" },
  fields: {
    add: "加上标签",
    remove: "去掉标签",
    attributes: "客户资料",
    "attributes[].name": "资料名",
    "attributes[].value": "值",
  },
  help: { attributes: "例如会员等级、所在城市，客服接待时能看到。" },
  values: { literal: "固定值", template: "文字模板", expression: "表达式" },
};

const en = {
  title: "Tag contact",
  description: "Adds or removes tags, or notes facts about the customer.",
  ports: { next: "Next" },
  fields: {
    add: "Add tags",
    remove: "Remove tags",
    attributes: "Facts",
    "attributes[].name": "Name",
    "attributes[].value": "Value",
  },
  help: { attributes: "For example level or city; agents see them beside the talk." },
  values: { literal: "Fixed value", template: "Text template", expression: "Expression" },
} satisfies typeof zh;

export const tagContactMessages = { "zh-CN": zh, en };
