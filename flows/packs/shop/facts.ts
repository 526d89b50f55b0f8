/**
 * The rules of the sample shop, decided once. Every answer in both languages must agree with this table;
 * `faq.test.ts` fails when an answer names a sum that is not here or when the two languages name different figures.
 *
 * Returns     7 days from delivery without a reason, unworn, tags on. The customer pays the way back (pick-up in mainland
 *             China 10 yuan, label from abroad 8 dollars), Gold members and quality problems free.
 * Quality     15 days exchange or return, we pay; furniture and lamps 1 year warranty; damage, wrong or missing items: tell us within 48 hours.
 * Refunds     1-3 working days after the parcel is received and checked, to the original way of payment; cancelled before dispatch: within 24 hours.
 * Dispatch    within 48 hours of payment; pre-orders and custom-made items by the date on the product page.
 * Delivery    mainland 2-4 days, remote regions 4-7 days, Hong Kong, Macao and Taiwan 3-6 days, abroad 7-12 working days, DHL 3-5 working days.
 * Lost        no tracking news for 72 hours in mainland China or 7 days abroad: we check with the courier and answer within 24 hours.
 * Prices      price protection 7 days; one coupon an order, points on top for up to 20% of the order; unpaid orders close after 30 minutes.
 * Points      1 point for 1 yuan (7 for 1 dollar), 100 points are worth 1 yuan (0.15 dollar), valid to the end of the next year.
 * Invoices    electronic within 24 hours of asking, special VAT invoice within 3 working days, up to 365 days after the order.
 * People      support 9:00-21:00 Beijing time every day; complaints answered within 24 hours, settled within 3 working days.
 */
export const shopFacts = {
  name: { "zh-CN": "木与棉", en: "Wood & Cotton" },
  phone: { "zh-CN": "400-000-1234", en: "+1 (888) 555-0142" },
  emails: {
    care: "care@woodandcotton.example",
    complaints: "complaints@woodandcotton.example",
    business: "business@woodandcotton.example",
    privacy: "privacy@woodandcotton.example",
  },
  returnDays: 7,
  qualityDays: 15,
  supportHours: { open: "09:00", close: "21:00", timezone: "Asia/Shanghai" },
  /** Sums in yuan that an answer may name. */
  sumsCny: [1, 8, 10, 15, 20, 35, 50, 99, 100, 200, 399, 500, 600, 1000, 3000, 5000],
  /** Sums in dollars that an answer may name. */
  sumsUsd: [0.15, 1, 3, 5, 6.9, 7, 8, 19.9, 25, 49, 50, 100, 150, 450, 700],
} as const;
