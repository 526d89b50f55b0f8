const zh = {
  missing: "这里还没有填写",
  atMost: (max: string) => `不能大于 ${max}`,
  atLeast: (min: string) => `不能小于 ${min}`,
  charsMost: (max: string) => `最多 ${max} 个字`,
  itemsMost: (max: string) => `最多 ${max} 项`,
  whole: "请填写整数",
  number: "请填写数字",
};

const en = {
  missing: "This still has to be filled in",
  atMost: (max: string) => `${max} at most`,
  atLeast: (min: string) => `${min} at least`,
  charsMost: (max: string) => `${max} characters at most`,
  itemsMost: (max: string) => `${max} items at most`,
  whole: "Write a whole number",
  number: "Write a number",
} satisfies typeof zh;

export const issueMessages = { "zh-CN": zh, en };
