import type { FaqEntry } from "./faq-entry.ts";
import { account } from "./faq-zh/account.ts";
import { offers } from "./faq-zh/offers.ts";
import { orders } from "./faq-zh/orders.ts";
import { payments } from "./faq-zh/payments.ts";
import { products } from "./faq-zh/products.ts";
import { returns } from "./faq-zh/returns.ts";
import { service } from "./faq-zh/service.ts";
import { shipping } from "./faq-zh/shipping.ts";

export const faqZh: readonly FaqEntry[] = [
  ...returns,
  ...shipping,
  ...orders,
  ...payments,
  ...offers,
  ...products,
  ...account,
  ...service,
];
