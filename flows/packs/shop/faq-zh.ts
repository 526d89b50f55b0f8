import { type FaqEntry, withTold } from "./faq-entry.ts";
import { abroad } from "./faq-zh/abroad.ts";
import { account } from "./faq-zh/account.ts";
import { app } from "./faq-zh/app.ts";
import { complaints } from "./faq-zh/complaints.ts";
import { invoices } from "./faq-zh/invoices.ts";
import { membership } from "./faq-zh/membership.ts";
import { orders } from "./faq-zh/orders.ts";
import { payments } from "./faq-zh/payments.ts";
import { products } from "./faq-zh/products.ts";
import { promotions } from "./faq-zh/promotions.ts";
import { quality } from "./faq-zh/quality.ts";
import { refunds } from "./faq-zh/refunds.ts";
import { returns } from "./faq-zh/returns.ts";
import { service } from "./faq-zh/service.ts";
import { shipping } from "./faq-zh/shipping.ts";
import { sizing } from "./faq-zh/sizing.ts";
import { stock } from "./faq-zh/stock.ts";
import { tracking } from "./faq-zh/tracking.ts";
import { toldZh } from "./told-zh.ts";

export const faqZh: readonly FaqEntry[] = withTold(
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
  toldZh,
);
