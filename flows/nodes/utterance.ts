import type { Utterance } from "../kernel/define-node.ts";
import type { Text } from "../kernel/text.ts";

export function saysText(text: Text | undefined, path: string): readonly Utterance[] {
  return text === undefined ? [] : [{ path, part: "text", text }];
}

export function saysChoices(count: number, path: string): readonly Utterance[] {
  return count === 0 ? [] : [{ path, part: "choices", text: null, count }];
}
