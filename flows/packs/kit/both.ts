/** A text in every language of the product; a missing one does not compile. */
export type Both = { readonly "zh-CN": string; readonly en: string };

export function both(zh: string, en: string): Both {
  return { "zh-CN": zh, en };
}
