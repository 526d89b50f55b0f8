import { account } from "./faq-en/account.ts";
import { offers } from "./faq-en/offers.ts";
import { orders } from "./faq-en/orders.ts";
import { payments } from "./faq-en/payments.ts";
import { products } from "./faq-en/products.ts";
import { returns } from "./faq-en/returns.ts";
import { service } from "./faq-en/service.ts";
import { shipping } from "./faq-en/shipping.ts";
import type { FaqEntry } from "./faq-entry.ts";

export const faqEn: readonly FaqEntry[] = [
  ...returns,
  ...shipping,
  ...orders,
  ...payments,
  ...offers,
  ...products,
  ...account,
  ...service,
];
