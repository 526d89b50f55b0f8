import { isHan } from "./extract-features.ts";
import { stemWord } from "./stem-word.ts";

/** Words that any question may hold: what is left without them is what the question is about. */
const HAN_FRAMES =
  "请问 麻烦 你好 怎么办 怎么 什么 为什么 多少 多久 多长 哪里 哪个 哪些 哪儿 可以 可不可以 能不能 能否 是不是 有没有 没有 " +
  "时候 这个 那个 这些 那些 一下 一个 一些 关于 如果 已经 现在 还是 或者 然后 因为 所以 但是 需要 想要 应该 知道 告诉 " +
  "谢谢 好的 你们 我们 他们 咱们 自己 东西 事情 问题 帮忙 的 了 吗 呢 吧 啊 呀 嘛 哦 哈 我 你 他 她 它 们 是 有 没 不 在 " +
  "能 会 要 想 请 问 帮 给 和 与 跟 就 都 也 还 又 再 很 太 把 被 让 对 从 到 去 来 这 那 哪 几 个 么 谁 说 看 做 弄 好 行 得 地 着 过 嗯";
const LATIN_FRAMES =
  "a an the i you he she it we they me my your his her its our their this that these those is am are was were be been do does did " +
  "can could will would shall should may might must have has had what which who when where why how to of in on at for from with by " +
  "and or but if so not no yes please help need want get make know tell about there here just any some ok okay hi hello hey thanks thank " +
  "im i'm i'd i've don't doesn't didn't can't what's it's is there";

const frames = new RegExp(
  HAN_FRAMES.split(" ")
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "gu",
);
const latinFrames = new Set(LATIN_FRAMES.split(" ").map(stemWord));

/** Tells whether words remain when everyday words are taken away: "退货" has a subject, "可以吗" has none. */
export function hasSubject(tokens: readonly string[]): boolean {
  if (tokens.some((token) => !isHan(token) && !latinFrames.has(token) && token.length > 1)) return true;
  return tokens.filter(isHan).join("").replace(frames, "") !== "";
}
