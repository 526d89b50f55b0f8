import type { FaqAnswer } from "#drizzle/schema/faq.ts";
import type { Locale } from "../../flows/kernel/text.ts";

type Reader = { readonly locale: Locale; readonly channel: string; readonly fallback: Locale };

/**
 * The answer for a reader: in the reader's language before the flow's own before any; and of those the one that was written for the
 * channel before the general one. Word for word as it was approved; "" when there is none.
 */
export function pickAnswer(answers: readonly FaqAnswer[], { locale, channel, fallback }: Reader): string {
  for (const language of [locale, fallback]) {
    const own = answers.filter((answer) => answer.locale === language);
    const found = pickForChannel(own, channel);
    if (found !== null) return found;
  }
  return pickForChannel(answers, channel) ?? answers[0]?.text ?? "";
}

/** One that was written for another channel is not for this one: it may speak of buttons that are not there. */
function pickForChannel(answers: readonly FaqAnswer[], channel: string): string | null {
  const own = answers.find((answer) => answer.channel === channel);
  return (own ?? answers.find((answer) => answer.channel === null))?.text ?? null;
}
