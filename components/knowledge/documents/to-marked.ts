export type Marked = { readonly text: string; readonly isFound: boolean; readonly at: number };

/** A text cut where a search was found in it, whatever the case of its letters. */
export function toMarked(text: string, search: string): readonly Marked[] {
  if (search === "") return [{ text, isFound: false, at: 0 }];
  const pattern = new RegExp(`(${search.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")})`, "giu");
  const pieces: Marked[] = [];
  let at = 0;
  for (const [index, piece] of text.split(pattern).entries()) {
    if (piece !== "") pieces.push({ text: piece, isFound: index % 2 === 1, at });
    at += piece.length;
  }
  return pieces;
}
