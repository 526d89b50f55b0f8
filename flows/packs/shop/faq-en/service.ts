import type { FaqEntry } from "../faq-entry.ts";

export const service: readonly FaqEntry[] = [
  {
    id: "complaint-how",
    category: "complaints",
    question: "How do I make a complaint?",
    similar: [
      "i want to complain",
      "where can I file a complaint",
      "this is terrible service",
      "complaint phone number",
      "i'll report you to consumer protection",
      "your staff was rude to me",
    ],
    answer:
      "We're sorry we let you down. Write to complaints@woodandcotton.example or reply “complaint” and I'll take it down: someone contacts you within 24 hours, and you have a result within 3 working days. If you aren't satisfied, you can also turn to your consumer protection body (12315 in mainland China).",
  },
  {
    id: "complaint-courier",
    category: "complaints",
    question: "The courier was rude, how do I report it?",
    similar: [
      "delivery driver was rude",
      "courier threw my parcel",
      "complain about the delivery company",
      "driver didn't call and left it downstairs",
      "courier asked me for extra money",
      "report the delivery guy",
    ],
    answer:
      "We're sorry about that. Tell us the order number and what happened, with photos or recordings if you have them; we complain to the courier, follow it up and answer within 24 hours. If you were overcharged, we refund you first.",
  },
  {
    id: "complaint-progress",
    category: "complaints",
    question: "What's happening with my complaint?",
    similar: [
      "no one answered my complaint",
      "complaint status",
      "you said you'd call me back",
      "still not solved after days",
      "when will my case be decided",
      "nobody is dealing with my complaint",
    ],
    answer:
      "Someone contacts you within 24 hours and you have a result within 3 working days; see Account > Service history for progress. If it has taken longer, reply “human” with your order number and phone, and we'll put it first.",
  },
  {
    id: "contact-how",
    category: "contact",
    question: "How can I contact you?",
    similar: [
      "phone number",
      "customer service email",
      "how do i call you",
      "contact details",
      "hotline not answering",
      "what's your company address",
      "is there a number to ring",
    ],
    answer:
      "Call +1 (888) 555-0142 (daily 9:00-21:00 Beijing time) or write to care@woodandcotton.example, we answer within 24 hours. Or simply ask me: common questions and order look-ups work around the clock.",
  },
  {
    id: "support-hours",
    category: "contact",
    question: "What are your support hours?",
    similar: [
      "when is customer service open",
      "are you there on weekends",
      "what time do agents finish",
      "is anyone there at night",
      "support available on holidays?",
      "opening times of the help desk",
    ],
    answer:
      "Our people are there every day 9:00-21:00 Beijing time, weekends and holidays included. At other times I can look up orders, answer questions and take down your problem, and a colleague gets back to you.",
  },
  {
    id: "store-where",
    category: "stores",
    question: "Do you have physical stores?",
    similar: [
      "store locations",
      "is there a shop in shanghai",
      "where can I see it in person",
      "nearest store",
      "do you have a showroom",
      "any branches in beijing",
    ],
    answer:
      "We have 3 stores of our own, in Shanghai (Xuhui), Hangzhou (Xihu) and Chengdu (Jinjiang); addresses and phones are under Account > Stores. There are none in other cities yet, but anything bought online can be returned within 7 days of delivery.",
  },
  {
    id: "store-hours",
    category: "stores",
    question: "What are the store opening hours?",
    similar: [
      "when does the shop open",
      "is the store open on sunday",
      "what time does the store close",
      "shop hours during spring festival",
      "store open at 9pm?",
      "opening hours of the chengdu shop",
    ],
    answer:
      "All 3 stores are open every day 10:00-22:00. Hours change around Chinese New Year, so please look at the notice under Account > Stores before you go.",
  },
  {
    id: "store-pickup",
    category: "stores",
    question: "Can I pick up my order in a store?",
    similar: [
      "click and collect",
      "collect in store",
      "order online and pick up",
      "how long do you keep my pickup",
      "can a friend collect it for me",
      "in-store pickup ready when",
    ],
    answer:
      "Yes, choose “Store pick-up” at checkout. If the store has it, it's ready within 24 hours; bring the code from the text message, or let someone else bring it. We keep it for 7 days, then cancel and refund.",
  },
  {
    id: "gift-wrap",
    category: "gifts",
    question: "Do you offer gift wrapping?",
    similar: [
      "can you wrap it as a present",
      "gift box",
      "it's a gift, make it pretty",
      "how much is gift wrap",
      "ribbon and bag for a present?",
      "gift packaging",
    ],
    answer:
      "Yes, tick “Gift wrapping” at checkout: $3 (¥10) for each, with box, ribbon and card. Furniture and other large items can't be wrapped.",
  },
  {
    id: "gift-note",
    category: "gifts",
    question: "Can you add a note and leave out the price?",
    similar: [
      "send it straight to my friend without a receipt",
      "write a card for me",
      "is there a price in the parcel",
      "gift message",
      "don't want her to see how much it cost",
      "send anonymously",
    ],
    answer:
      "Yes. Write up to 60 characters in “Card message” at checkout and we'll write the card by hand, free. There's never a price list in the parcel; the sender is “Wood & Cotton” unless you put your name in the message.",
  },
  {
    id: "bulk-order",
    category: "business",
    question: "Is there a discount for bulk orders?",
    similar: [
      "wholesale price",
      "we need 100 pieces for our company",
      "buying in bulk",
      "volume discount",
      "hotel wants to order bedding",
      "who handles corporate orders",
    ],
    answer:
      "From 20 pieces of one product or $700 (¥5000) in total you get bulk prices, from 5% off. Send products, quantities and date to business@woodandcotton.example, or reply “human” to leave your details; we quote within 1 working day.",
  },
  {
    id: "custom-logo",
    category: "business",
    question: "Can you add our logo or engrave a name?",
    similar: [
      "engraving",
      "print our company logo",
      "minimum quantity for customization",
      "embroidery cost",
      "custom made how many days",
      "put a picture on a t-shirt",
    ],
    answer:
      "For companies we embroider, print or engrave logos from 50 pieces, dispatched within 15 days of your approval of the sample. Names can be engraved on wooden items and cups marked “engravable”; enter the text on the product page. Custom items can't be returned for any reason.",
  },
  {
    id: "partner",
    category: "business",
    question: "Can I become a reseller or partner?",
    similar: [
      "franchise",
      "open a store of your brand",
      "dropshipping?",
      "business cooperation contact",
      "influencer collaboration",
      "become a distributor",
    ],
    answer:
      "We run all our stores ourselves and don't offer franchises or agencies for now. For media, live shows and sales partnerships, write to business@woodandcotton.example with a few words about yourself; we answer within 3 working days.",
  },
  {
    id: "review-how",
    category: "complaints",
    question: "How do I write or change a review?",
    similar: [
      "leave a review",
      "edit my review",
      "delete my comment",
      "where do i rate the product",
      "do you pay for good reviews",
      "can't post my review",
    ],
    answer:
      "When the order is complete, go to My orders > Review; with photos it earns 20 points. You can change or add to it once within 30 days, and delete it at any time. We never pay for good reviews, so please write what you think.",
  },
  {
    id: "scam-call",
    category: "complaints",
    question: "Someone claiming to be you offered me a refund, is it real?",
    similar: [
      "got a call saying my product is defective and i get compensation",
      "is this a scam",
      "caller asks for a verification code for my refund",
      "suspicious refund text message",
      "someone pretends to be your customer service",
      "they want me to transfer money to get a refund",
    ],
    answer:
      "Please be careful, that's a scam. Our refunds only go back the way you paid; we never ask you to transfer money, share your screen, give a code or open a strange link. Hang up and check My orders; if you've lost money, call the police (110 in mainland China) and your bank at once.",
  },
];
