export type Person = { readonly userId: string; readonly name: string };

/** What is being typed behind an `@`; `from` is where the sign stands. */
type MentionQuery = { readonly from: number; readonly words: string };

const NAME_MAX_CHARS = 40;
/** An `@` within a word is an address, not a call. */
const OPEN_MENTION = new RegExp(`(?<![A-Za-z0-9._-])@([^@\\n]{0,${NAME_MAX_CHARS}})$`, "u");

/** The name that the caret stands behind, as far as it is typed; null when nobody is being called. */
export function findMentionQuery(text: string, caret: number): MentionQuery | null {
  const match = OPEN_MENTION.exec(text.slice(0, caret));
  return match === null ? null : { from: match.index, words: match[1] ?? "" };
}

/** Colleagues whose name has these words in it, those first whose name begins with them. */
export function matchPeople<Known extends Person>(people: readonly Known[], words: string): readonly Known[] {
  const wanted = words.trim().toLowerCase();
  const rank = ({ name }: Known) => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return people
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** The text with the whole name in place of what was typed of it, and where the caret goes. */
export function insertMention(
  text: string,
  { from, caret, name }: { readonly from: number; readonly caret: number; readonly name: string },
): { readonly text: string; readonly caret: number } {
  const called = `@${name} `;
  return { text: text.slice(0, from) + called + text.slice(caret), caret: from + called.length };
}

export type TextPiece = { readonly text: string; readonly person: Person | null };

/** The text cut into words and calls; of two names that fit, the longer one is meant. */
export function cutMentions(text: string, people: readonly Person[]): readonly TextPiece[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length);
  const pieces: TextPiece[] = [];
  let start = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const person = longestFirst.find(({ name }) => name !== "" && text.startsWith(name, at + 1));
    if (person === undefined) continue;
    if (at > start) pieces.push({ text: text.slice(start, at), person: null });
    start = at + 1 + person.name.length;
    pieces.push({ text: text.slice(at, start), person });
  }
  return start < text.length ? [...pieces, { text: text.slice(start), person: null }] : pieces;
}

/** Whom a text calls, each once. */
export function listMentioned(text: string, people: readonly Person[]): readonly string[] {
  return [...new Set(cutMentions(text, people).flatMap(({ person }) => (person ? [person.userId] : [])))];
}
