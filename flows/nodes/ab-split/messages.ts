const zh = {
  title: "A/B 实验",
  description: "按比例把客户分到不同版本，同一位客户始终看到同一个版本。",
  ports: {},
  fields: {
    experiment: "实验名称",
    variants: "版本",
    "variants[].label": "名称",
    "variants[].percent": "比例（%）",
  },
  help: {
    experiment: "报表里用这个名字。改名后会重新分配客户。",
    variants: "比例加起来要等于 100%。",
  },
};

const en = {
  title: "A/B test",
  description: "Deals customers to variants by share. One customer always gets the same.",
  ports: {},
  fields: {
    experiment: "Experiment name",
    variants: "Variants",
    "variants[].label": "Name",
    "variants[].percent": "Share (%)",
  },
  help: {
    experiment: "The name in reports. Another name deals the customers anew.",
    variants: "Shares add up to 100 %.",
  },
} satisfies typeof zh;

export const abSplitMessages = { "zh-CN": zh, en };
