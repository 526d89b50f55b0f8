import type { Locale } from "../../../kernel/text.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

type Bilingual = { readonly [L in Locale]: string };

type Paired<Texts> = Texts extends string
  ? Bilingual
  : Texts extends readonly (infer Item)[]
    ? Paired<Item>[]
    : { readonly [Key in keyof Texts]: Paired<Texts[Key]> };

/** Words that count as "I do not have the number", in both languages: customers do not always write in the language that they read. */
export const skipWords: readonly string[] = [...zh.orders.skipWords, ...en.orders.skipWords];

/** Every text of the flow in both languages, so that one published flow answers each reader in their own. */
// The two trees are level (`en satisfies ShopTexts`), so pairing them leaf by leaf gives exactly this shape.
export const shopTexts = pair(zh, en) as Paired<
  Omit<typeof zh, "orders"> & { orders: Omit<typeof zh.orders, "skipWords"> }
>;

export type ShopTexts = typeof shopTexts;

function pair(left: unknown, right: unknown): unknown {
  if (typeof left === "string") return { "zh-CN": left, en: right };
  if (Array.isArray(left))
    return left.map((item, at) => pair(item, Array.isArray(right) ? right[at] : undefined));
  return Object.fromEntries(
    Object.entries(left ?? {}).map(([key, value]) => [
      key,
      pair(value, Object.entries(right ?? {}).find(([name]) => name === key)?.[1]),
    ]),
  );
}
