import type { FlowInput } from "../../kernel/flow.ts";
import type { Locale } from "../../kernel/text.ts";
import { toGraph } from "../kit/step.ts";
import { toOrderTable } from "./demo-orders.ts";
import { adviceSteps } from "./flow/advice.ts";
import { greetingSteps } from "./flow/greeting.ts";
import { orderAnswerSteps } from "./flow/order-answers.ts";
import { orderLookupSteps } from "./flow/order-lookup.ts";
import { serviceSteps } from "./flow/service.ts";
import { SHOP_FAQ_SET, understandingSteps } from "./flow/understanding.ts";
import { shopTexts } from "./flow-texts/shop-texts.ts";

const VARIABLES: NonNullable<FlowInput["variables"]> = [
  { name: "topic", type: "text" },
  { name: "candidates", type: "list", default: [] },
  { name: "questions", type: "list", default: [] },
  { name: "orders", type: "list", default: toOrderTable(shopTexts.orders.statuses) },
  { name: "order_number", type: "text" },
  { name: "order", type: "object" },
  { name: "recent", type: "object" },
  { name: "recent_no", type: "number" },
  { name: "request_no", type: "text" },
  { name: "complaint_story", type: "text" },
  { name: "complaint_order", type: "text" },
  { name: "ticket", type: "text" },
  { name: "problem", type: "text" },
  { name: "customer_name", type: "text", scope: "contact", dataClass: "important" },
  { name: "phone", type: "text", scope: "contact", dataClass: "important" },
  { name: "height", type: "number" },
  { name: "weight", type: "number" },
  { name: "size", type: "text" },
];

/** The whole conversation of the sample shop. Customers read it in their own language, titles and tags are in `locale`; calls the sub-flow `after-sales` and the FAQ set `shop`. */
export function shopFlow(locale: Locale): FlowInput {
  return {
    schema: 1,
    ...toGraph(
      [
        ...greetingSteps(shopTexts),
        ...understandingSteps(shopTexts, locale),
        ...orderLookupSteps(shopTexts),
        ...orderAnswerSteps(shopTexts),
        ...serviceSteps(shopTexts, locale),
        ...adviceSteps(shopTexts),
      ],
      locale,
    ),
    variables: VARIABLES,
    settings: {
      language: locale,
      repair: {
        cancel: { to: "back", text: shopTexts.settings.cancelled },
        digress: { faqSets: [SHOP_FAQ_SET] },
        human: { to: "service-hours" },
      },
      fallback: { to: "menu", text: shopTexts.settings.apology },
    },
  };
}
