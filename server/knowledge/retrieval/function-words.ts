/** Words that say how something is put and never what it is about. Grammar of both languages; from no collection of questions. */
const HAN = `
的 了 着 过 地 得 之 其 是 在 有 和 与 及 或 跟 同 并 而 且 但 也 都 就 才 又 再 还 很 更 最 太 不 没 没有 把 被 让 使 给 对 对于 关于 从 自 到 向 往 于 由 为 以 因 因为
所以 如果 虽然 但是 而且 然后 以及 并且 或者 还是 就是 都是 这 那 这个 那个 这些 那些 这样 那样 这里 那里 我 你 您 他 她 它 我们 你们 他们 她们 它们 自己 大家
谁 什么 怎么 怎样 怎么样 如何 哪 哪个 哪些 哪里 哪儿 哪种 多少 多久 几 几个 为何 为什么 是否 能否 可否 吗 呢 吧 啊 呀 嘛 哦 请 请问 想 要 会 能 可以 应该 需要 一个 一种
一下 一些 等 等等 所 个 上 下 中 里 内 外 时 时候 之后 之前 以后 以前 其中 其他 被称为 称为 叫做 叫 做 说 来 去`;

const LATIN = `
a an the and or but if then than so as of at by for with about against between into through during before after above below to from up down in out on off over under
again further once here there when where why how what which who whom whose this that these those am is are was were be been being have has had having do does did doing
can could will would shall should may might must ought i me my myself we our ours us you your yours he him his she her hers it its they them their theirs itself themselves
not no nor only own same too very just also any all both each few more most other some such because until while many much please tell name`;

const HAN_WORDS: ReadonlySet<string> = new Set(HAN.trim().split(/\s+/));
const LATIN_WORDS: ReadonlySet<string> = new Set(LATIN.trim().split(/\s+/));

export const isHanFunctionWord = (word: string): boolean => HAN_WORDS.has(word);
export const isLatinFunctionWord = (word: string): boolean => LATIN_WORDS.has(word);
