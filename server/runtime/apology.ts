import type { Locale } from "../../flows/kernel/text.ts";

const apologies = {
  "zh-CN": "抱歉，刚才这条消息没能处理成功。请换个说法再发一次，或输入“转人工”。",
  en: "Sorry, that message could not be processed. Please say it another way, or type “human” to ask for a person.",
} satisfies { readonly [L in Locale]: string };

/** What a customer reads when a message was given up after it crashed too often. */
export function apologyIn(locale: Locale): string {
  return apologies[locale];
}
