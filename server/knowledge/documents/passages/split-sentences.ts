/** A sentence ends with its mark and whatever closes after it; a Latin point also ends numbers and abbreviations, so it needs a space and a new beginning.
 * White space stays with the sentence before it. */
const END = /[。！？!?；;…]+[”’」』）)\]"']*\s*|\.\s+(?=[\p{Lu}\p{Script=Han}\d"“(])|\n+/gu;

/** Sentences of a text with the marks that end them, longer ones than `charsMax` cut at a comma or, where there is none, anywhere. */
export function splitSentences(text: string, charsMax: number): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const found of text.matchAll(END)) {
    const to = found.index + found[0].length;
    sentences.push(...cut(text.slice(from, to), charsMax));
    from = to;
  }
  if (from < text.length) sentences.push(...cut(text.slice(from), charsMax));
  return sentences.filter((sentence) => sentence.trim() !== "");
}

function cut(sentence: string, charsMax: number): readonly string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > charsMax) {
    const head = rest.slice(0, charsMax);
    const comma = Math.max(...["，", "、", "：", ", ", " "].map((mark) => head.lastIndexOf(mark)));
    const isSurrogate = /[\ud800-\udbff]$/.test(head);
    const place = comma > charsMax / 2 ? comma + 1 : charsMax - (isSurrogate ? 1 : 0);
    pieces.push(rest.slice(0, place));
    rest = rest.slice(place);
  }
  return [...pieces, rest];
}
