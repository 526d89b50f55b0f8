import { isHan, listWords } from "./extract-features.ts";
import { stemWord } from "./stem-word.ts";

/** Why a text matched: the words it shares with the nearest phrasing, and that phrasing as its author wrote it. */
export type MatchReasons = { readonly terms: readonly string[]; readonly example: string };

type Phrasing = { readonly key: string; readonly tokens: readonly string[]; readonly text: string };

export function explainMatch(key: string, nearest: Phrasing): MatchReasons {
  const known = new Set(nearest.tokens);
  const terms: string[] = [];
  let stretch = "";
  const closeStretch = () => {
    if (stretch !== "") terms.push(stretch);
    stretch = "";
  };
  for (const word of listWords(key)) {
    if (isHan(word)) {
      if (nearest.key.includes(stretch + word)) stretch += word;
      else {
        closeStretch();
        stretch = nearest.key.includes(word) ? word : "";
      }
      continue;
    }
    closeStretch();
    if (known.has(stemWord(word))) terms.push(word);
  }
  closeStretch();
  return { terms: [...new Set(terms)], example: nearest.text };
}
