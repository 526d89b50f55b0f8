import { Tokenizer } from "@huggingface/tokenizers";

export type Tokens = {
  /** With the marks that the model wants around it, and no longer than it takes. */
  encode(text: string): readonly number[];
  readonly padId: number;
};

type Given = {
  readonly tokenizer: object;
  readonly config: object;
  readonly tokensMax: number;
  readonly padId: number | null;
};

/** Any text serves: what stands around it are the marks. */
const PROBE = "a";

/** The library cuts nothing off, so the marks around a text are found once and set around what is left of it. */
export function createTokens({ tokenizer, config, tokensMax, padId }: Given): Tokens {
  const known = new Tokenizer(tokenizer, config);
  const bare = (text: string): number[] => known.encode(text, { add_special_tokens: false }).ids;
  const { head, tail } = findMarks(known.encode(PROBE).ids, bare(PROBE));
  const room = Math.max(1, tokensMax - head.length - tail.length);
  return {
    encode: (text) => [...head, ...bare(text).slice(0, room), ...tail],
    padId: padId ?? known.token_to_id("[PAD]") ?? known.token_to_id("<pad>") ?? 0,
  };
}

function findMarks(marked: readonly number[], bare: readonly number[]) {
  const at = marked.findIndex((_, start) => bare.every((id, offset) => marked[start + offset] === id));
  if (at === -1 || bare.length === 0) return { head: [], tail: [] };
  return { head: marked.slice(0, at), tail: marked.slice(at + bare.length) };
}
