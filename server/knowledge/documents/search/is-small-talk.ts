import { listWords } from "#server/understanding/extract-features.ts";
import { hasSubject } from "#server/understanding/has-subject.ts";
import { normalizeText } from "#server/understanding/normalize.ts";

/** Greetings, thanks and farewells that are more than everyday words, in both languages. */
const PHRASES =
  /您好|你好|您|哈喽|嗨|早上好|上午好|中午好|下午好|晚上好|早安|晚安|再见|拜拜|谢谢|感谢|多谢|辛苦|不客气|哈哈|嘻嘻|在吗|收到|明白|知道了|\b(?:hello|hi|hey|good (?:morning|afternoon|evening|night)|bye|goodbye|see you|thank you|thanks|thx|cheers|great|nice|cool|ok|okay|lol|haha)\b/giu;

/** Whether a text asks nothing: when greetings and everyday words are taken away, no word remains. */
export function isSmallTalk(text: string): boolean {
  const rest = normalizeText(text).replace(PHRASES, " ");
  return !hasSubject(listWords(rest));
}
