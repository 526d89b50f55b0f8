import type { Phrasings } from "./faq-entry.ts";
import { abroad } from "./told-en/abroad.ts";
import { account } from "./told-en/account.ts";
import { app } from "./told-en/app.ts";
import { complaints } from "./told-en/complaints.ts";
import { invoices } from "./told-en/invoices.ts";
import { membership } from "./told-en/membership.ts";
import { orders } from "./told-en/orders.ts";
import { payments } from "./told-en/payments.ts";
import { products } from "./told-en/products.ts";
import { promotions } from "./told-en/promotions.ts";
import { quality } from "./told-en/quality.ts";
import { refunds } from "./told-en/refunds.ts";
import { returns } from "./told-en/returns.ts";
import { service } from "./told-en/service.ts";
import { shipping } from "./told-en/shipping.ts";
import { sizing } from "./told-en/sizing.ts";
import { stock } from "./told-en/stock.ts";
import { tracking } from "./told-en/tracking.ts";

/** How customers tell their case in words of their own, by the id of the answer. */
export const toldEn: Phrasings = {
  ...abroad,
  ...account,
  ...app,
  ...complaints,
  ...invoices,
  ...membership,
  ...orders,
  ...payments,
  ...products,
  ...promotions,
  ...quality,
  ...refunds,
  ...returns,
  ...service,
  ...shipping,
  ...sizing,
  ...stock,
  ...tracking,
};
