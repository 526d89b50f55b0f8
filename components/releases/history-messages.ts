const zh = {
  title: "发布记录",
  all: (count: number) => `显示全部 ${count} 条`,
  fewer: "收起",
  kinds: {
    published: (number: number) => `第 ${number} 版上线`,
    "rolled-back": (number: number) => `回滚到第 ${number} 版`,
    "gray-started": (number: number) => `第 ${number} 版开始灰度`,
    "gray-changed": (number: number) => `调整第 ${number} 版的灰度`,
    "gray-halted": (number: number) => `第 ${number} 版的灰度自动停止`,
    "gray-promoted": (number: number) => `第 ${number} 版全量上线`,
    "gray-stopped": (number: number) => `停止第 ${number} 版的灰度`,
  },
  breach: (metric: string, value: string, max: string) => `${metric} ${value}，上限 ${max}`,
};

const en = {
  title: "Release history",
  all: (count: number) => `Show all ${count}`,
  fewer: "Show fewer",
  kinds: {
    published: (number: number) => `Version ${number} went live`,
    "rolled-back": (number: number) => `Rolled back to version ${number}`,
    "gray-started": (number: number) => `Version ${number} went out gray`,
    "gray-changed": (number: number) => `Gray release of version ${number} changed`,
    "gray-halted": (number: number) => `Gray release of version ${number} halted itself`,
    "gray-promoted": (number: number) => `Version ${number} given to everybody`,
    "gray-stopped": (number: number) => `Gray release of version ${number} stopped`,
  },
  breach: (metric: string, value: string, max: string) => `${metric} ${value}, limit ${max}`,
} satisfies typeof zh;

export const historyMessages = { "zh-CN": zh, en };
