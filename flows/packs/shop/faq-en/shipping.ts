import type { FaqEntry } from "../faq-entry.ts";

export const shipping: readonly FaqEntry[] = [
  {
    id: "shipping-cost",
    category: "shipping",
    question: "How much is shipping? When is it free?",
    similar: [
      "shipping cost",
      "do you have free shipping",
      "delivery fee?",
      "how much do i need to spend for free delivery",
      "postage price for one item",
      "why was I charged for shipping",
      "is delivery free over 49",
    ],
    answer:
      "Orders to mainland China ship free over ¥99, otherwise shipping is ¥8; orders abroad ship free over $49, otherwise it's $6.90. The sum after discounts counts. Delivery of furniture and other large items is shown at checkout.",
  },
  {
    id: "shipping-dispatch-time",
    category: "shipping",
    question: "When will my order be dispatched?",
    similar: [
      "when do you ship",
      "will it ship today",
      "order not shipped yet",
      "paid two days ago and still processing",
      "how fast do you send orders out",
      "do you dispatch on weekends",
      "why hasn't my order left",
      "pls ship it asap",
    ],
    answer:
      "Items in stock leave within 48 hours of payment, weekends and holidays included; pre-orders and custom items by the date on the product page. If yours is late, give me the order number and I'll check.",
  },
  {
    id: "shipping-delivery-time",
    category: "shipping",
    question: "How long does delivery take after dispatch?",
    similar: [
      "how many days to arrive",
      "delivery time",
      "how long till it gets here",
      "when will it arrive if I order today",
      "days to Beijing",
      "usual transit time",
      "will i get it by saturday",
    ],
    answer:
      "In mainland China parcels usually take 2-4 days after dispatch, and 4-7 days to remote regions such as Xinjiang and Tibet; abroad it depends on the service, just ask me about international delivery. For your own parcel, reply “track my order” and send me the number.",
  },
  {
    id: "shipping-couriers",
    category: "shipping",
    question: "Which courier do you use?",
    similar: [
      "who delivers my parcel",
      "do you ship with UPS or DHL",
      "what carrier",
      "can i choose the courier",
      "which delivery company is it",
      "can you not use the post office",
    ],
    answer:
      "Standard parcels in mainland China go with ZTO, or China Post where ZTO doesn't reach; express goes with SF Express, and abroad we use DHL and international post. You can't choose the carrier for standard delivery, but you can pick SF Express or DHL at checkout.",
  },
  {
    id: "shipping-express",
    category: "shipping",
    question: "Do you offer express delivery?",
    similar: [
      "i need it fast",
      "rush order",
      "can you speed up shipping",
      "next day delivery?",
      "how much extra for express",
      "need it for a birthday this friday",
      "upgrade to faster shipping",
    ],
    answer:
      "Yes, choose it at checkout. SF Express in mainland China is ¥15 more: pay before 15:00 and it leaves the same day, most cities get it a day or two later. DHL abroad is $19.90. For an order that hasn't left yet, reply “human” to ask for an upgrade.",
  },
  {
    id: "shipping-remote",
    category: "shipping",
    question: "Do you deliver to remote regions of China?",
    similar: [
      "ship to Xinjiang?",
      "delivery to Tibet",
      "extra fee for inner mongolia",
      "do you deliver to villages",
      "qinghai shipping price",
      "is my remote area covered",
    ],
    answer:
      "We deliver to every province. Normal parcels to Xinjiang, Tibet, Inner Mongolia or Qinghai ship free over ¥99 as well and take 4-7 days; large items have a surcharge that checkout shows. In some villages the post delivers, and you may need to collect from the nearest branch.",
  },
  {
    id: "shipping-large-items",
    category: "shipping",
    question: "How is furniture delivered? Is it carried upstairs?",
    similar: [
      "sofa delivery",
      "do you bring it up the stairs",
      "no elevator in my building",
      "is the wardrobe delivered to my room or the curb",
      "dining table how many days",
      "can I book a slot for the bed frame",
    ],
    answer:
      "Large items come with a freight service and are carried upstairs: free with a lift, free up to floor 3 without one, and charged per floor above 3; the driver tells you first. It takes 5-8 days after dispatch and they call the day before. For now we deliver large items in mainland China only.",
  },
  {
    id: "shipping-split",
    category: "shipping",
    question: "Why does my order come in several parcels?",
    similar: [
      "only part of my order arrived",
      "where is the rest of it",
      "two tracking numbers for one order",
      "why did you split my shipment",
      "can you send everything together",
      "do i pay more for separate packages",
    ],
    answer:
      "Items from different warehouses or of very different size are sent separately, at no extra cost. Every tracking number is under My orders > Track. If all parcels have arrived and something is missing, tell us and we'll send it.",
  },
  {
    id: "delivery-time-slot",
    category: "shipping",
    question: "Can I choose a delivery time?",
    similar: [
      "deliver on the weekend please",
      "I work during the day, can they come in the evening",
      "schedule delivery",
      "can you hold my parcel until next week",
      "ship it next month",
      "i'm travelling, deliver later",
    ],
    answer:
      "We can't fix an hour for normal parcels, but the courier contacts you before delivery and you can agree on a time. To have it sent later, put the date in the order note; we hold orders for up to 15 days. Large items are arranged by phone the day before.",
  },
  {
    id: "delivery-locker",
    category: "shipping",
    question: "Can it be delivered to my door instead of a locker?",
    similar: [
      "don't leave it at the pickup point",
      "they put my parcel in a locker",
      "why not delivered to the door",
      "I can't get to the parcel shop",
      "leave it at my front door",
      "courier dropped it at a collection point without asking",
    ],
    answer:
      "Switch on “deliver to the door” in your address; it's printed on the label and the courier may not use a locker without your consent. If it's already at a pick-up point, send me the order number and we'll ask for redelivery, usually with an answer the same day.",
  },
  {
    id: "shipping-abroad",
    category: "abroad",
    question: "Do you ship internationally?",
    similar: [
      "do you ship to the US",
      "can i order from Australia",
      "which countries do you deliver to",
      "ship to germany?",
      "I live in Japan can you send it here",
      "international orders possible?",
      "overseas delivery",
    ],
    answer:
      "Yes, to 38 countries and regions, among them the United States, Canada, the United Kingdom, all EU countries, Australia, New Zealand, Japan, South Korea and Singapore. Pick your country at checkout to see what can be sent and what it costs. Furniture and other large items don't ship abroad yet.",
  },
  {
    id: "shipping-abroad-cost",
    category: "abroad",
    question: "How much is international shipping?",
    similar: [
      "shipping price to the uk",
      "international shipping fee",
      "what does it cost to send to canada",
      "free international shipping?",
      "dhl price",
      "postage to new zealand expensive?",
    ],
    answer:
      "Standard shipping abroad is free over $49, otherwise $6.90. DHL express is $19.90 and not part of the free shipping offer. Checkout shows the final price; there are no handling fees.",
  },
  {
    id: "shipping-abroad-time",
    category: "abroad",
    question: "How long does international delivery take?",
    similar: [
      "how long to the states",
      "delivery time to france",
      "when will it arrive in singapore",
      "how many working days overseas",
      "international transit time",
      "how quick is dhl",
    ],
    answer:
      "Standard delivery abroad takes 7-12 working days after dispatch and DHL 3-5 working days; customs can be slower in busy seasons. We email you the tracking number when it leaves.",
  },
  {
    id: "shipping-hk-mo-tw",
    category: "abroad",
    question: "Do you deliver to Hong Kong, Macao and Taiwan?",
    similar: [
      "ship to hk",
      "hong kong delivery fee",
      "can you send it to taipei",
      "macau shipping",
      "how long to kowloon",
      "free shipping to taiwan?",
    ],
    answer:
      "Yes, with SF Express: ¥35, free over ¥399, and 3-6 days after dispatch. For Taiwan the recipient has to confirm their identity once; the link comes by text message.",
  },
  {
    id: "customs-duty",
    category: "abroad",
    question: "Do I have to pay customs duties?",
    similar: [
      "import tax",
      "are duties included",
      "will i be charged vat on delivery",
      "customs fees to eu",
      "tariffs on my order",
      "the courier wants a clearance fee, is that right",
    ],
    answer:
      "For orders up to €150 to the EU and up to £135 to the United Kingdom, VAT is already in the price and nothing more is due. For all others, duties and import tax are paid by the recipient; checkout shows an estimate. Customs collects them, we add nothing.",
  },
  {
    id: "customs-held",
    category: "abroad",
    question: "My parcel is stuck in customs",
    similar: [
      "held by customs",
      "customs clearance taking forever",
      "customs asks for documents",
      "says clearance processing for days",
      "need a commercial invoice for customs",
      "parcel was returned by customs",
    ],
    answer:
      "Clearance usually takes 1-3 working days, longer in busy seasons. If customs or DHL ask you for information, please send it to them; a commercial invoice can be downloaded as PDF from the order. After 7 days without news, tell us and we'll ask the carrier. If it can't be cleared and comes back, we refund it less shipping.",
  },
];
