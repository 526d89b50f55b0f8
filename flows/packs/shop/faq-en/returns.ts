import type { FaqEntry } from "../faq-entry.ts";

export const returns: readonly FaqEntry[] = [
  {
    id: "return-how",
    category: "returns",
    question: "How do I return an item?",
    similar: [
      "i want to return something",
      "how to send it back",
      "start a return",
      "don't want it anymore, how do I give it back",
      "where's the return button",
      "steps for returning stuff",
      "can i retrun this",
      "didn't like it, return please",
    ],
    answer:
      "Open My orders, pick the item, tap “Return or refund” and choose “Return”. Fill in the reason and we send you a label or book a pick-up. You have 7 days from delivery as long as the item is in good condition. If you'd like me to file it for you, reply “after-sales”.",
  },
  {
    id: "return-window",
    category: "returns",
    question: "How long do I have to return something?",
    similar: [
      "whats your return window",
      "is it too late to return",
      "how many days for returns",
      "I bought it 2 weeks ago can I still return",
      "return deadline?",
      "when does the 7 day period start",
      "missed the return date what now",
    ],
    answer:
      "You can return an item for any reason within 7 days, counted from the day after delivery. Quality problems can be returned or exchanged within 15 days. If you are past that and the item is faulty, send us photos and we'll look at your case.",
  },
  {
    id: "return-conditions",
    category: "returns",
    question: "Can I return something I've tried on or washed?",
    similar: [
      "wore it once can i return it",
      "tags are cut off",
      "I already washed it, still ok to send back?",
      "what condition does a return have to be in",
      "removed the label can i still get my money back",
      "slept on the sheets one night, returnable?",
      "got a bit of makeup on the collar",
    ],
    answer:
      "Trying it on at home is fine, as long as it's unwashed, free of stains and smells, and the tags and accessories are all there. Items that were worn out, washed or had their tags removed can't be returned for any reason. If there is a quality problem, that rule doesn't apply.",
  },
  {
    id: "return-shipping-fee",
    category: "returns",
    question: "Who pays for return shipping?",
    similar: [
      "are returns free",
      "do i pay postage to send it back",
      "return label cost",
      "how much does a return cost me",
      "will you refund my return postage",
      "it's faulty, do I still pay for shipping back",
      "who covers return freight",
    ],
    answer:
      "For returns without a fault you pay the way back: we deduct $8 for the label from the refund. Gold members have free pick-up in mainland China. If the item is faulty, wrong or damaged, we pay.",
  },
  {
    id: "return-not-allowed",
    category: "returns",
    question: "Which items can't be returned?",
    similar: [
      "can I return underwear",
      "what is non returnable",
      "are clearance items final sale",
      "return personalised mug",
      "opened socks return?",
      "are swimsuits returnable",
      "can gift cards be refunded",
    ],
    answer:
      "Underwear, socks and swimwear once unsealed, engraved and other custom items, and gift cards can't be returned for any reason; the product page says so. Clearance items can be returned like any other. If there is a quality problem, we'll sort out any of them within 15 days.",
  },
  {
    id: "return-no-packaging",
    category: "returns",
    question: "Can I return without the original packaging?",
    similar: [
      "threw away the box",
      "no original box",
      "the bag it came in is ripped",
      "lost the packaging can i use another box",
      "does the shoe box have to be perfect",
      "i dont have the carton any more",
    ],
    answer:
      "Yes. The shipping carton doesn't matter, any clean and sturdy box or bag will do. Please do include tags, dust bags, manuals and accessories, and pad glass or ceramics well so that nothing breaks on the way.",
  },
  {
    id: "return-in-store",
    category: "returns",
    question: "Can I return an online order in a store?",
    similar: [
      "return in person",
      "bring it back to the shop",
      "bought online, return at store?",
      "can I drop off my return at your shop",
      "do stores take online returns",
      "what do i need to bring to return in store",
    ],
    answer:
      "Yes. Within 7 days of delivery, bring the item and the order code from My orders to any of our own stores; clothing and small home goods can be returned or exchanged there at no charge. Furniture goes by pick-up. The refund goes to your original payment method.",
  },
  {
    id: "return-abroad",
    category: "returns",
    question: "How do I return an order from outside China?",
    similar: [
      "return from the US",
      "I'm in Canada how do i send it back",
      "international return",
      "do you accept returns from overseas",
      "returning from the UK, which address",
      "cost to return from abroad to china",
    ],
    answer:
      "Orders abroad and in Hong Kong, Macao and Taiwan have the same 7 days. After you file the return in My orders we email you a label, and $8 is deducted from the refund; it's free for quality problems. Duties you paid on the order have to be claimed back from your customs office.",
  },
  {
    id: "return-progress",
    category: "returns",
    question: "Have you received my return?",
    similar: [
      "did my return arrive at the warehouse",
      "sent it back days ago and heard nothing",
      "return status",
      "tracking says you got my return",
      "how long does inspection take",
      "where do I see how my return is going",
    ],
    answer:
      "My orders > Returns shows each step: sent, received, checked, refunded. We check and refund within 1-3 working days after the warehouse has it. If the carrier says delivered and it has been longer, reply “human” and I'll log it for follow-up.",
  },
  {
    id: "exchange-how",
    category: "exchanges",
    question: "How do I exchange an item?",
    similar: [
      "swap for another size",
      "need a bigger size",
      "it's too small can I change it",
      "exchange please",
      "can i get it in a different color instead",
      "too big, want a medium",
      "exhange procedure",
    ],
    answer:
      "Within 7 days of delivery, open My orders, tap “Return or refund”, choose “Exchange” and pick the new size or colour. For a change of size you pay only the way back ($8 label from abroad) and we send the new item free. With a quality problem it's completely free within 15 days.",
  },
  {
    id: "exchange-other-item",
    category: "exchanges",
    question: "Can I exchange it for a different product?",
    similar: [
      "swap it for something else",
      "exchange for another style and pay the difference",
      "can i switch the mug for a plate",
      "exchange for a more expensive item",
      "want a totally different product instead",
      "trade it for another design",
    ],
    answer:
      "Exchanges are for another size or colour of the same product. For something different, please return the item and place a new order, so that refund and discounts add up. If you're afraid it sells out, order first and return afterwards.",
  },
  {
    id: "exchange-time",
    category: "exchanges",
    question: "How long does an exchange take?",
    similar: [
      "when will i get my replacement size",
      "how many days for an exchange",
      "has my exchange been sent yet",
      "exchange turnaround",
      "can you send the new one first",
      "waiting for the swapped item",
    ],
    answer:
      "We send the new item within 48 hours after the old one reaches us; in mainland China it then takes 2-4 days. Gold members can tick “send first” in the exchange form.",
  },
  {
    id: "refund-time",
    category: "refunds",
    question: "How long does a refund take?",
    similar: [
      "when do i get my money back",
      "refund time",
      "how many days until refunded",
      "how long till the money is in my account",
      "when will you refund me",
      "refnd how long",
      "returned it, when do you pay me back",
    ],
    answer:
      "We refund within 1-3 working days after your return arrives and is checked. WeChat Pay and Alipay usually show it the same day; cards can take a few days more, depending on the bank. Orders cancelled before dispatch are refunded within 24 hours.",
  },
  {
    id: "refund-method",
    category: "refunds",
    question: "Where will my refund go?",
    similar: [
      "is the refund to my original card",
      "can you refund to a different card",
      "refund to paypal?",
      "will I get store credit or money",
      "my card was cancelled where does the refund go",
      "what account is the refund paid to",
    ],
    answer:
      "Refunds go back the way you paid: WeChat Pay, Alipay, Huabei, card or PayPal. Points and gift card balance come back too. If your card was closed, ask the bank that issued it, or reply “human” and we'll help once we have checked the details.",
  },
  {
    id: "refund-partial",
    category: "refunds",
    question: "Can I return only part of an order?",
    similar: [
      "return one of three items",
      "keep some and send back the rest",
      "partial refund how much",
      "does returning one thing affect my discount",
      "only want to return 1 item from the order",
      "how is a partial refund calculated",
    ],
    answer:
      "Yes, tick only the items you want to return. You get back what you actually paid for them, which is the price after discounts and coupons were shared out over the order.",
  },
  {
    id: "refund-not-received",
    category: "refunds",
    question: "It says refunded but I have no money",
    similar: [
      "refund not showing up",
      "refund completed but nothing in my bank",
      "still no refund",
      "you say refunded, my account says no",
      "haven't recieved my refund",
      "where is my refund it's been over a week",
    ],
    answer:
      "Please check the statement of the payment method you used; wallets may credit the balance and credit cards the next bill. Banks can take up to 7 working days. After that, reply “human” with your order number and we'll give you the refund reference to trace it.",
  },
  {
    id: "refund-only",
    category: "refunds",
    question: "Can I get a refund without sending it back?",
    similar: [
      "refund without return",
      "do i have to send it back to get a refund",
      "keep the item and get some money back",
      "refund only",
      "broken, not worth returning, just refund me",
      "not shipped yet, want my money",
    ],
    answer:
      "If it hasn't been dispatched you can be refunded right away. If something arrived damaged or incomplete, upload photos; once checked we can re-send, refund part or refund all of it, and we'll tell you whether it has to come back.",
  },
];
