import { matchOption, matchOptionStrictly } from "../../answers/match-option.ts";
import { normalise, toPlain } from "../../answers/normalise.ts";
import type { CustomerMessage } from "../../kernel/session.ts";
import type { Option } from "./list-options.ts";

const ALL_WORDS = ["全部", "全选", "都要", "所有", "都选", "all", "all of them", "everything"];

/** `1、3`, `1 和 3`, `red and blue`. */
const BETWEEN = /[,;/&+、;\s]+|和|与|及|跟|\band\b/u;

/** The options that a click or a typed message picks, in the order of the list; empty when it picks none. A click joins several ids with commas. */
export function pickOptions(
  message: CustomerMessage,
  options: readonly Option[],
  { multiple, freeText }: { readonly multiple: boolean; readonly freeText: boolean },
): readonly Option[] {
  const clicked = new Set(message.choice?.split(",") ?? []);
  const byClick = options.filter(({ id }) => clicked.has(id));
  if (byClick.length > 0) return multiple ? byClick : byClick.slice(0, 1);

  const match = freeText ? matchOption : matchOptionStrictly;
  if (multiple) {
    const several = pickSeveral(message.text, options, match);
    if (several.length > 0) return several;
  }
  const one = match(message.text, options);
  return one === null ? [] : [one];
}

function pickSeveral(text: string, options: readonly Option[], match: typeof matchOption): readonly Option[] {
  if (ALL_WORDS.includes(normalise(text))) return options;
  const words = toPlain(text)
    .split(BETWEEN)
    .filter((word) => word !== "");
  if (words.length < 2 || words.length > options.length * 2) return [];
  const ids = words.map((word) => match(word, options)?.id);
  // One word that fits nothing makes the whole reading doubtful: `1 and a half`.
  return ids.includes(undefined) ? [] : options.filter(({ id }) => ids.includes(id));
}
