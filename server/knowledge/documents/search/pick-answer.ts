import { extractTerms, toTermWeight } from "../../retrieval/extract-terms.ts";
import type { PassageIndex } from "../../retrieval/passage-index.ts";
import { toRarity } from "../../retrieval/search-passages.ts";
import { findTermId } from "../../retrieval/term-table.ts";
import { splitSentences } from "../passages/split-sentences.ts";

const ANSWER_CHARS_MAX = 240;
const SENTENCE_CHARS_MAX = 450;
/** A sentence that holds less than this much of what the best one holds says something else. */
const SHARE_MIN = 0.6;

type Sentence = { readonly text: string; readonly place: number; readonly worth: number };

/**
 * The sentences of a passage that say most of what was asked, in their order and word for word. What follows a short best sentence comes
 * along while there is room: answers often stand behind the words of the question.
 */
export function pickAnswer(index: PassageIndex, question: string, text: string): string {
  const wanted = new Set(extractTerms(question));
  const sentences = toSentences(text).map((sentence, place): Sentence => {
    const own = new Set(extractTerms(sentence));
    const worth = [...wanted].reduce(
      (sum, term) =>
        sum + (own.has(term) ? toRarity(index, findTermId(index.terms, term)) * toTermWeight(term) : 0),
      0,
    );
    return { text: sentence, place, worth };
  });
  const [best] = sentences.toSorted((a, b) => b.worth - a.worth || a.place - b.place);
  if (best === undefined) return text.slice(0, ANSWER_CHARS_MAX);
  const isTable = ROW.test(best.text);
  const next = sentences.filter(({ place }) => place > best.place);
  const others = sentences
    .filter(({ place, worth }) => place !== best.place && worth >= best.worth * SHARE_MIN && worth > 0)
    .toSorted((a, b) => b.worth - a.worth);
  const chosen = [best];
  let chars = best.text.length;
  for (const sentence of isTable ? others : [...others, ...next]) {
    if (chosen.includes(sentence)) continue;
    chars += sentence.text.length;
    if (chars > ANSWER_CHARS_MAX) break;
    chosen.push(sentence);
  }
  return joinSentences(chosen.toSorted((a, b) => a.place - b.place));
}

/** A row of a table as `cut-passages.ts` writes it is one sentence, whatever marks its cells hold. */
const ROW = /^[^:\n]{1,80}: [^\n]*; /;

function toSentences(text: string): readonly string[] {
  return text
    .split(/(?<=\n)/)
    .flatMap((line) => (ROW.test(line) ? [line] : splitSentences(line, SENTENCE_CHARS_MAX)));
}

/** What was left out between two sentences is shown to be. */
function joinSentences(sentences: readonly Sentence[]): string {
  return sentences
    .map(({ text, place }, at) => {
      const before = sentences[at - 1];
      return before !== undefined && place > before.place + 1 ? `… ${text}` : text;
    })
    .join("")
    .trim();
}
