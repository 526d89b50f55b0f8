import { changeOrder } from "./intents/change-order.ts";
import { complaint } from "./intents/complaint.ts";
import { humanAgent } from "./intents/human-agent.ts";
import { invoice } from "./intents/invoice.ts";
import { productAdvice } from "./intents/product-advice.ts";
import { refundStatus } from "./intents/refund-status.ts";
import { returnExchange } from "./intents/return-exchange.ts";
import type { ShopIntent } from "./intents/shop-intent.ts";
import { trackOrder } from "./intents/track-order.ts";

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
