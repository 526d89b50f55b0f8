import type { Json } from "#flows/kernel/json.ts";
import { getChild, toList } from "../form/config-path.ts";

type Move = { readonly from: string; readonly to: string; readonly sentence: string };

/** The intents with an example of one under another; the same list when there is no such example or intent. */
export function moveExample(intents: readonly Json[], { from, to, sentence }: Move): readonly Json[] {
  if (!hasExample(intents, from, sentence) || !intents.some((intent) => getChild(intent, "id") === to))
    return intents;
  return intents.map((intent) => {
    const id = getChild(intent, "id");
    const examples = toList(getChild(intent, "examples"));
    if (id === from)
      return withExamples(
        intent,
        examples.filter((example) => example !== sentence),
      );
    if (id === to && !examples.includes(sentence)) return withExamples(intent, [...examples, sentence]);
    return intent;
  });
}

export function hasExample(intents: readonly Json[], intentId: string, sentence: string): boolean {
  const intent = intents.find((item) => getChild(item, "id") === intentId);
  return toList(getChild(intent, "examples")).includes(sentence);
}

function withExamples(intent: Json, examples: readonly Json[]): Json {
  return typeof intent === "object" && intent !== null && !Array.isArray(intent)
    ? { ...intent, examples: [...examples] }
    : intent;
}
