import { invoice, refundStatus, returnExchange, trackOrder } from "./intents/orders.ts";
import { changeOrder, complaint, humanAgent, productAdvice } from "./intents/service.ts";
import type { ShopIntent } from "./intents/shop-intent.ts";

/** What customers want done; questions that an answer settles are in the FAQ instead. Ids become ports of the intent node. */
export const shopIntents: readonly ShopIntent[] = [
  trackOrder,
  returnExchange,
  refundStatus,
  invoice,
  complaint,
  productAdvice,
  changeOrder,
  humanAgent,
];
