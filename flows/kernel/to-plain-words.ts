/** Traditional characters that occur in words of repair; the understanding layer has the whole table. */
const TRADITIONAL =
  "轉聯繫係對話務請嗎還給個說錯填寫輸選講聽這樣讓後過來問題員線點裡麼沒覆復費價錢時間電號碼態與連換幫麻煩謝";
const SIMPLIFIED_ =
  "转联系系对话务请吗还给个说错填写输选讲听这样让后过来问题员线点里么没复复费价钱时间电号码态与连换帮麻烦谢";

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from(TRADITIONAL, (letter, index) => [letter, Array.from(SIMPLIFIED_)[index] ?? letter]),
);

/** Lower case, one width, simplified, without punctuation or emoji: 轉人工！ and "转人工" are one. */
export function toPlainWords(text: string): string {
  return Array.from(text.normalize("NFKC").toLowerCase(), (letter) => SIMPLIFIED.get(letter) ?? letter)
    .join("")
    .replace(/['’‘`]/g, "")
    .replace(/[\p{P}\p{S}\p{C}\s]+/gu, " ")
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "")
    .trim();
}
