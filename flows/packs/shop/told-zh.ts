import type { Phrasings } from "./faq-entry.ts";
import { abroad } from "./told-zh/abroad.ts";
import { account } from "./told-zh/account.ts";
import { app } from "./told-zh/app.ts";
import { complaints } from "./told-zh/complaints.ts";
import { invoices } from "./told-zh/invoices.ts";
import { membership } from "./told-zh/membership.ts";
import { orders } from "./told-zh/orders.ts";
import { payments } from "./told-zh/payments.ts";
import { products } from "./told-zh/products.ts";
import { promotions } from "./told-zh/promotions.ts";
import { quality } from "./told-zh/quality.ts";
import { refunds } from "./told-zh/refunds.ts";
import { returns } from "./told-zh/returns.ts";
import { service } from "./told-zh/service.ts";
import { shipping } from "./told-zh/shipping.ts";
import { sizing } from "./told-zh/sizing.ts";
import { stock } from "./told-zh/stock.ts";
import { tracking } from "./told-zh/tracking.ts";

/** How customers tell their case in words of their own, by the id of the answer. */
export const toldZh: Phrasings = {
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
