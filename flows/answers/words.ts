import { normalise } from "./normalise.ts";

/** Said in place of an answer that may be left out. */
export const SKIP_WORDS = [
  "跳过",
  "略过",
  "不填",
  "不填了",
  "不想填",
  "不想说",
  "没有",
  "无",
  "skip",
  "pass",
  "none",
  "n/a",
];

/** Said to get out of a form. */
export const CANCEL_WORDS = [
  "取消",
  "算了",
  "退出",
  "不办了",
  "cancel",
  "quit",
  "stop",
  "never mind",
  "nevermind",
];

const YES = new Set([
  ..."是 是的 是啊 是呀 对 对的 对啊 對 對的 没错 沒錯 好 好的 好啊 好呀 好滴 行 可以 可以的 要 要的 需要 想 有 有的".split(
    " ",
  ),
  ..."嗯 嗯嗯 嗯呢 恩 成 没问题 沒問題 确认 確認 确定 確定 同意 愿意 当然 👍 👌 ✅ 🙆 🆗".split(" "),
  ..."yes y yeah yep yup sure ok okay okey correct right true agree confirm please".split(" "),
  ...["of course", "that is right", "that's right", "i do", "i am", "yes please", "sounds good"],
]);

const NO = new Set([
  ..."不 不是 不是的 不对 不對 不用 不要 不行 不可以 不需要 不想 不同意 不愿意 没 没有 沒 沒有 否 不必 算了 错 别 免了".split(
    " ",
  ),
  ..."👎 ❌ 🙅 no n nope nah not false disagree wrong cancel never".split(" "),
  ...["no thanks", "no thank you", "not really", "i do not", "i don't", "i am not", "i'm not"],
]);

const PICTURE = /\p{Extended_Pictographic}/u;

/** A clause longer than this is a sentence with a meaning of its own, not a nod. */
const CLAUSE_MAX_CHARS = 24;

/**
 * Reads a nod or a shake of the head in Chinese and English; null when it is neither. Only the first clause counts
 * (`是的，帮我退款`), and it must be a nod as a whole: `好像不是` does not begin with `好`.
 */
export function parseYesNo(text: string): boolean | null {
  const whole = normalise(text.slice(0, 200));
  const first = whole.split(/[,.!?;:、。…~\n]/u)[0]?.trim() ?? "";
  for (const clause of [whole, first]) {
    const answer = readClause(clause);
    if (answer !== null) return answer;
  }
  return null;
}

/** True when the message is one of the words as a whole; width, case and closing punctuation make no difference. */
export function isOneOf(text: string, words: readonly string[]): boolean {
  const said = normalise(text);
  return words.some((word) => normalise(word) === said);
}

function readClause(clause: string): boolean | null {
  if (clause === "" || clause.length > CLAUSE_MAX_CHARS) return null;
  const bare = clause.replace(/[的了吧啊呀哦呢啦嘛哈噢]+$/u, "");
  return readNod(clause) ?? readNod(bare) ?? readNod([...clause].find((char) => PICTURE.test(char)) ?? "");
}

function readNod(said: string): boolean | null {
  if (NO.has(said)) return false;
  return YES.has(said) ? true : null;
}
