const zh = {
  title: "门槛",
  few: (asked: number, min: number) => `例句还太少，画不出门槛曲线：抽测了 ${asked} 句，至少要 ${min} 句。`,
  now: (threshold: string) => `现在的门槛 ${threshold}`,
  range: (from: string, to: string) => `${from}–${to}，各意图不同`,
  measured: (threshold: string) => `${threshold}（系统测得）`,
  acted: (answered: number, asked: number) => `${asked} 句里直接认定 ${answered} 句`,
  right: (right: number, percent: number) => `其中认对 ${right} 句（${percent}%）`,
  nothing: "一句也不会直接认定",
  comma: "，",
  stop: "。",
  rest: "其余的会反问客户，或当作没听懂。",
  adviceMeasured: "推荐不填：用系统测得的门槛。",
  adviceThreshold: (threshold: string) => `推荐门槛 ${threshold}：`,
  adviceNone: "再高的门槛也做不到十句认对九句。先改好上面认错的例句，再来看门槛。",
  adviceIsNow: "现在的门槛就很合适。",
  take: (threshold: string) => `采用 ${threshold}`,
  takeMeasured: "改用测得的门槛",
  takeForAll: (threshold: string) => `所有意图都用 ${threshold}`,
  takeMeasuredForAll: "所有意图都改用测得的门槛",
  chart: "门槛从 0 到 1 时，直接认定多少、认对多少；数字见下面的表格",
  lineAnswered: "直接认定的占比",
  lineRight: "其中认对的占比",
  lineNow: "现在的门槛",
  table: "看数字",
  columns: { threshold: "门槛", answered: "直接认定", right: "其中认对" },
  cell: (count: number, percent: number) => `${count}（${percent}%）`,
  empty: "—",
  ofIntent: (threshold: string, count: number, right: number) =>
    `门槛 ${threshold} 时，抽测里有 ${count} 句直接认定为它，其中 ${right} 句认对。`,
};

const en = {
  title: "Threshold",
  few: (asked: number, min: number) =>
    `Too few examples for a curve: ${asked} were tested, and it takes ${min}.`,
  now: (threshold: string) => `Threshold now: ${threshold}`,
  range: (from: string, to: string) => `${from}–${to}, different for each intent`,
  measured: (threshold: string) => `${threshold} (measured)`,
  acted: (answered: number, asked: number) => `${answered} of ${asked} are acted on at once`,
  right: (right: number, percent: number) => `${right} of these rightly (${percent}%)`,
  nothing: "none would be acted on at once",
  comma: ", ",
  stop: ". ",
  rest: "For the others the bot asks back, or has no match.",
  adviceMeasured: "Best left empty: take the measured threshold. ",
  adviceThreshold: (threshold: string) => `Recommended: ${threshold}. `,
  adviceNone:
    "No threshold gets nine of ten right. Mend the examples above that were taken wrongly, then look here again.",
  adviceIsNow: "The current threshold is fine.",
  take: (threshold: string) => `Use ${threshold}`,
  takeMeasured: "Use the measured one",
  takeForAll: (threshold: string) => `Use ${threshold} for all intents`,
  takeMeasuredForAll: "Use the measured ones for all intents",
  chart:
    "How many are acted on at once, and how many of these rightly, at thresholds from 0 to 1; the table below has the numbers",
  lineAnswered: "acted on at once",
  lineRight: "of these rightly",
  lineNow: "threshold now",
  table: "Numbers",
  columns: { threshold: "Threshold", answered: "Acted on", right: "Of these rightly" },
  cell: (count: number, percent: number) => `${count} (${percent}%)`,
  empty: "—",
  ofIntent: (threshold: string, count: number, right: number) =>
    `From ${threshold} on, ${count} tested ${count === 1 ? "example is" : "examples are"} taken for it at once, ${right} rightly.`,
} satisfies typeof zh;

/** What a threshold costs and brings. */
export const thresholdMessages = { "zh-CN": zh, en };
