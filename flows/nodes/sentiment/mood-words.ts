/*
 * Words of praise and blame as customers of shops write them, with how much each says. Longer ones stand before those that they
 * hold. Collected by hand from everyday speech, from no labelled set.
 */

const STRONG_BLAME = `
太差劲 太差了 差劲 垃圾 骗人 骗子 坑人 坑爹 黑心 恶心 气死 气炸 火大 愤怒 无语 忍无可忍 受够了 不要脸 无耻 混蛋 滚 废物 脑残 智障 有病 傻逼 他妈的 tmd 什么玩意 什么破
terrible horrible awful disgusting worst furious outraged ridiculous unacceptable pathetic useless scam bullshit wtf damn hate garbage trash rubbish`;

const BLAME = `
不满意 很不满 不满 失望 生气 着急 急死 烦死 好烦 太慢 没人管 没人理 不理人 敷衍 推脱 踢皮球 破损 坏了 漏发 发错 少发 质量差 难用 难吃 太贵 被骗 后悔 糟糕 投诉 差评 退钱 等了好久 一直没 到现在还没 还没解决 解决不了 听不懂 答非所问 没用 不行
disappointed disappointing angry annoyed annoying upset frustrated frustrating unhappy slow broken damaged wrong missing rude poor bad mad ignored waiting complaint complain never useless regret`;

const PRAISE = `
满意 谢谢 感谢 多谢 辛苦了 不错 很好 太好了 真好 挺好 喜欢 好评 给力 棒 赞 完美 开心 高兴 惊喜 贴心 耐心 解决了 好用 好吃 划算 靠谱 ❤ 👍 🥰 😊 😍
thanks thank great good nice love perfect excellent awesome amazing wonderful happy helpful satisfied pleased lovely glad appreciate brilliant`;

const MILD_SIGNS = `😡 🤬 😤 👎 😠 💢`;

const RISK = `
投诉你们 投诉到 要投诉 我要举报 举报你们 12315 12345 消协 消费者协会 市场监管局 市监局 工商局 黑猫投诉 曝光 上热搜 发抖音 发微博 找媒体 找记者 律师 律师函 起诉 法院 告你们 报警 警察 派出所 诈骗 维权 人身安全 受伤 烫伤 过敏 中毒 住院 着火 爆炸 自杀 不想活 想死 跳楼
lawyer attorney sue lawsuit legal action court police fraud chargeback trading standards consumer protection better business bureau ombudsman journalist go viral injured injury allergic poisoned hospital caught fire exploded suicide kill myself`;

const NEGATORS_HAN = `不 没 未 别 并非`;
const NEGATORS_LATIN = `not no never isn't wasn't aren't don't doesn't didn't can't hardly without`;

export const LOUD: readonly string[] = [
  "太",
  "非常",
  "特别",
  "真",
  "超级",
  "极其",
  "很",
  "very ",
  "so ",
  "really ",
  "extremely ",
];

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words of two and more in English are one sign each. */
const PHRASES: readonly string[] = [
  "legal action",
  "trading standards",
  "consumer protection",
  "better business bureau",
  "go viral",
  "caught fire",
  "kill myself",
];

const withPhrases = (text: string): readonly string[] => {
  const phrases = PHRASES.filter((phrase) => text.includes(phrase));
  const rest = phrases.reduce((left, phrase) => left.replace(phrase, " "), text);
  return [...phrases, ...list(rest)];
};

/** Longest first. */
export const MOOD_WORDS: readonly (readonly [word: string, weight: number])[] = [
  ...list(STRONG_BLAME).map((word) => [word, -2] as const),
  ...list(BLAME).map((word) => [word, -1] as const),
  ...list(MILD_SIGNS).map((word) => [word, -1.5] as const),
  ...list(PRAISE).map((word) => [word, 1] as const),
].sort(([a], [b]) => b.length - a.length);

export const RISK_WORDS: readonly string[] = withPhrases(RISK);

export const NEGATORS = { han: list(NEGATORS_HAN), latin: list(NEGATORS_LATIN) };
