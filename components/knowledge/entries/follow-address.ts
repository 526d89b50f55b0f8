/** What is typed in a box whose value lives in the address, which follows later and in its own time. */
export type TypedText = {
  readonly text: string;
  /** What the address held when it was looked at last. */
  readonly seen: string;
  /** What this box has asked for and the address does not hold yet, in order. */
  readonly sent: readonly string[];
};

export const startTyping = (value: string): TypedText => ({ text: value, seen: value, sent: [] });

export const type = (typed: TypedText, text: string): TypedText => ({ ...typed, text });

export const send = (typed: TypedText, value: string): TypedText => ({
  ...typed,
  sent: [...typed.sent, value],
});

/** Own words that arrive leave the box alone: there may be more in it by now. Any other value comes from elsewhere and fills it. */
export function followAddress(typed: TypedText, value: string): TypedText {
  if (typed.seen === value) return typed;
  const at = typed.sent.lastIndexOf(value);
  return at === -1 ? startTyping(value) : { ...typed, seen: value, sent: typed.sent.slice(at + 1) };
}
