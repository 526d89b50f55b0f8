import { abroad } from "./faq-en/abroad.ts";
import { account } from "./faq-en/account.ts";
import { app } from "./faq-en/app.ts";
import { complaints } from "./faq-en/complaints.ts";
import { invoices } from "./faq-en/invoices.ts";
import { membership } from "./faq-en/membership.ts";
import { orders } from "./faq-en/orders.ts";
import { payments } from "./faq-en/payments.ts";
import { products } from "./faq-en/products.ts";
import { promotions } from "./faq-en/promotions.ts";
import { quality } from "./faq-en/quality.ts";
import { refunds } from "./faq-en/refunds.ts";
import { returns } from "./faq-en/returns.ts";
import { service } from "./faq-en/service.ts";
import { shipping } from "./faq-en/shipping.ts";
import { sizing } from "./faq-en/sizing.ts";
import { stock } from "./faq-en/stock.ts";
import { tracking } from "./faq-en/tracking.ts";
import { type FaqEntry, withTold } from "./faq-entry.ts";
import { toldEn } from "./told-en.ts";

export const faqEn: readonly FaqEntry[] = withTold(
  [
    ...returns,
    ...refunds,
    ...shipping,
    ...abroad,
    ...tracking,
    ...stock,
    ...orders,
    ...invoices,
    ...payments,
    ...promotions,
    ...membership,
    ...sizing,
    ...products,
    ...quality,
    ...account,
    ...app,
    ...complaints,
    ...service,
  ],
  toldEn,
);
