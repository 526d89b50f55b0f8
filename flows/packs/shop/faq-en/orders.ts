import type { FaqEntry } from "../faq-entry.ts";

export const orders: readonly FaqEntry[] = [
  {
    id: "track-how",
    category: "tracking",
    question: "How do I track my parcel?",
    similar: [
      "where's the tracking number",
      "track package",
      "how can i see where my package is",
      "tracking link please",
      "find my shipment",
      "it shipped but i can't find the tracking",
      "trakcing info",
    ],
    answer:
      "Open My orders and tap “Track” to see the tracking number and every scan. Or reply “track my order” and send me the order number, and I'll tell you where it is.",
  },
  {
    id: "track-no-update",
    category: "tracking",
    question: "My tracking isn't updating",
    similar: [
      "tracking stuck",
      "no movement for days",
      "package hasn't moved since monday",
      "tracking says picked up and nothing after",
      "stuck at the sorting center",
      "no scan updates",
    ],
    answer:
      "A gap of 1-2 days between scans is normal. If nothing is new for 72 hours in mainland China or 7 days abroad, send us the order number; we ask the courier and answer within 24 hours.",
  },
  {
    id: "delivered-not-received",
    category: "tracking",
    question: "It says delivered but I didn't get it",
    similar: [
      "marked as delivered but nothing here",
      "package says delivered, not at my door",
      "i never received it",
      "who signed for my parcel",
      "delivered to the wrong house?",
      "didnt recieve my package but shows delivered",
    ],
    answer:
      "Please look around the door, parcel locker, pick-up point, reception and with your family first; the tracking details usually name the place and the courier's phone. Still nothing? Tell us the order number within 48 hours. We check the proof of delivery and answer within 24 hours; if it's lost we re-send or refund in full.",
  },
  {
    id: "parcel-lost",
    category: "tracking",
    question: "My parcel was lost, what now?",
    similar: [
      "courier lost my package",
      "lost in the mail",
      "what if the parcel is lost",
      "compensation for lost package",
      "carrier says they can't find it",
      "lost shipment, resend or refund?",
    ],
    answer:
      "Loss on the way is our responsibility, you don't have to claim from the courier. Once it's confirmed you choose: we send it again within 48 hours, or refund in full within 1-3 working days.",
  },
  {
    id: "order-cancel",
    category: "orders",
    question: "How do I cancel my order?",
    similar: [
      "cancel order",
      "i changed my mind, cancel it",
      "ordered by mistake",
      "can I still cancel after paying",
      "stop my order",
      "how to cancle an order",
      "don't send it, cancel please",
    ],
    answer:
      "You can cancel any time before dispatch: open My orders and tap “Cancel order”, and the money goes back within 24 hours. Once it has been dispatched you can refuse the parcel, or return it within 7 days.",
  },
  {
    id: "order-address-change",
    category: "orders",
    question: "Can I change the address after ordering?",
    similar: [
      "wrong address on my order",
      "i typed the wrong address",
      "change delivery address",
      "send it to my office instead",
      "moved house, update shipping address on the order",
      "wrong phone number on the order",
      "already shipped but address is wrong",
      "misspelled recipient name",
    ],
    answer:
      "Before dispatch you can tap “Change address” in the order once; name and phone can be changed there too. If it has already left, reply “human” right away with the order number and the new address: we ask the courier to redirect it, but can't promise that it works.",
  },
  {
    id: "order-change-item",
    category: "orders",
    question: "Can I change the size or colour after ordering?",
    similar: [
      "picked the wrong size, not shipped yet",
      "change color of my order",
      "just ordered M but need L",
      "selected wrong option at checkout",
      "modify the item before it ships",
      "switch to blue before you send it",
    ],
    answer:
      "As long as it hasn't been dispatched, tap “Change option” in the order and pick another size or colour that is in stock; we settle any price difference. If the button is gone, the warehouse is already packing: please exchange it after delivery.",
  },
  {
    id: "order-merge",
    category: "orders",
    question: "Can you combine two orders?",
    similar: [
      "merge my orders",
      "ship both orders together",
      "forgot an item, add it to my order",
      "combine shipping",
      "i placed 2 orders can they come in one box",
      "add something to an existing order",
    ],
    answer:
      "Orders can't be combined or added to once placed. If neither has been dispatched, cancel them and order everything together, which may also get you over the $49 for free shipping; your coupons come back.",
  },
  {
    id: "order-not-found",
    category: "orders",
    question: "Why can't I see my order?",
    similar: [
      "my order disappeared",
      "no orders in my account",
      "can't find the order i placed yesterday",
      "order history is empty",
      "where are my old orders",
      "order missing from the list",
    ],
    answer:
      "Most often it was placed with another login, so try the phone, WeChat or email you used for the order. Guest orders can be looked up with the number in the text message or email. Deleted orders are in My orders > Bin.",
  },
  {
    id: "order-auto-closed",
    category: "orders",
    question: "Why was my order closed automatically?",
    similar: [
      "order cancelled itself",
      "order expired before i paid",
      "unpaid order closed",
      "how long is an order held without payment",
      "it says order closed when I try to pay",
      "order timed out",
    ],
    answer:
      "Orders that are not paid within 30 minutes close automatically, which frees the stock and your coupon. Please order again; the coupon still works if it hasn't expired.",
  },
  {
    id: "wrong-item",
    category: "orders",
    question: "I received the wrong item",
    similar: [
      "you sent the wrong thing",
      "ordered blue got black",
      "this isn't what i ordered",
      "wrong size in the box",
      "got someone else's item",
      "item doesn't match my order",
    ],
    answer:
      "We're sorry about that. Within 48 hours of delivery, please take a photo of the item and the label and file it under “Return or refund” > “Wrong item”. Once checked we send the right one within 24 hours and pay shipping both ways.",
  },
  {
    id: "missing-item",
    category: "orders",
    question: "Something is missing from my order",
    similar: [
      "item missing in the box",
      "only got 3 of 4",
      "you forgot one item",
      "free gift not included",
      "a screw is missing",
      "parts not in the package",
    ],
    answer:
      "Please check first whether it comes in a separate parcel. If everything has arrived, tell us within 48 hours of delivery which item is missing from which order, with a photo if you can. We send it within 24 hours of checking, or refund it if it's out of stock.",
  },
  {
    id: "order-refuse-delivery",
    category: "orders",
    question: "Can I refuse the delivery?",
    similar: [
      "what if i reject the parcel",
      "refuse package at the door",
      "don't want it, courier is on the way",
      "if I decline delivery do i get my money",
      "refused delivery fee",
      "refund after rejecting the parcel",
    ],
    answer:
      "Yes, you don't need to tell us first. We refund within 1-3 working days after it's back in the warehouse; refused without a fault, it counts as a return and the way back ($8 from abroad) is deducted. If the box is clearly damaged, refuse it and take a photo: then we bear the cost.",
  },
  {
    id: "stock-out",
    category: "stock",
    question: "Will sold-out items be restocked?",
    similar: [
      "when is it back in stock",
      "out of stock",
      "my size is sold out",
      "will you get more of these",
      "notify me when available",
      "restock date for medium",
    ],
    answer:
      "Regular styles are usually back in 1-2 weeks; limited editions and clearance items don't come back. Tap “Notify me” on the product page and you get a text message or email as soon as it's here.",
  },
  {
    id: "preorder-time",
    category: "stock",
    question: "When do pre-orders ship?",
    similar: [
      "preorder shipping date",
      "how long is the wait for a pre-order",
      "my preorder still hasn't shipped",
      "pre-order and in-stock items together, how do they ship",
      "is the pre-order delayed",
      "expected date for preordered item",
    ],
    answer:
      "Pre-orders ship by the date on the product page, usually 10-15 days after payment. If you order something in stock with it, that goes first at no extra cost. If there is a delay we tell you early, and you can wait or take a full refund.",
  },
  {
    id: "preorder-cancel",
    category: "stock",
    question: "Can I cancel a pre-order? Is the deposit refunded?",
    similar: [
      "get my deposit back",
      "cancel my preorder",
      "paid a deposit but don't want it now",
      "what happens if i don't pay the balance",
      "is the preorder deposit refundable",
      "preorder refund",
    ],
    answer:
      "You can cancel any time before dispatch; deposit and balance are refunded in full within 24 hours. If the balance isn't paid in time the order closes and the deposit comes back as well.",
  },
];
