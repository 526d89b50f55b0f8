import type { FaqEntry } from "../faq-entry.ts";

export const payments: readonly FaqEntry[] = [
  {
    id: "invoice-how",
    category: "invoices",
    question: "How do I get an invoice?",
    similar: [
      "i need a receipt",
      "can I have an invoice for my order",
      "vat invoice please",
      "where do i download the invoice",
      "need a bill for expenses",
      "forgot to ask for an invoice at checkout",
      "invioce for company",
    ],
    answer:
      "Open My orders, tap “Request invoice” and enter the name (companies: with tax or VAT number) and your email. You get an electronic invoice within 24 hours, and can download it from the order. It is as valid as paper.",
  },
  {
    id: "invoice-special",
    category: "invoices",
    question: "Can you issue a special VAT invoice for my company?",
    similar: [
      "we need a special vat invoice (zhuanpiao)",
      "invoice to deduct input vat in china",
      "fapiao for a general taxpayer",
      "what details for the special fapiao",
      "13 percent vat fapiao",
      "deductible fapiao for our chinese company",
    ],
    answer:
      "Yes, for companies in mainland China. Choose “special VAT invoice”, enter company name, tax number, address and phone, bank and account, and we email it within 3 working days. It can't be changed into a normal invoice later, so please check the details. Companies elsewhere get a normal invoice with their VAT number.",
  },
  {
    id: "invoice-time",
    category: "invoices",
    question: "When will I receive my invoice?",
    similar: [
      "invoice still not here",
      "requested the invoice but no email",
      "how long does an invoice take",
      "haven't gotten my fapiao",
      "where did you send my invoice",
      "invoice not arrived",
    ],
    answer:
      "Normal invoices arrive within 24 hours of your request and special VAT invoices within 3 working days, at the email you entered. If it isn't there, look in the spam folder or download it from My orders > Invoice.",
  },
  {
    id: "invoice-wrong-title",
    category: "invoices",
    question: "The name on my invoice is wrong",
    similar: [
      "change the company name on the invoice",
      "wrong tax number on the invoice",
      "invoice has a mistake",
      "reissue my invoice",
      "can the invoice be made out to my company instead of me",
      "correct the billing name",
    ],
    answer:
      "We can reissue it once. Tap “Reissue” on the invoice page and enter the right details; the old one is cancelled and the new one comes within 24 hours. If a special VAT invoice was already deducted, your accountants need to confirm the red-letter form first.",
  },
  {
    id: "invoice-after-return",
    category: "invoices",
    question: "What happens to the invoice if I return the item?",
    similar: [
      "returned the goods, is the invoice still valid",
      "already invoiced, can i still get a refund",
      "do I need to send back the invoice",
      "credit note for my return",
      "invoice amount after partial return",
      "refund after special vat invoice",
    ],
    answer:
      "Nothing has to be sent back: after the refund the invoice is cancelled automatically, and for a partial return we issue a new one over the rest. If a special VAT invoice was already deducted, please let your accountants confirm the red-letter form before the refund.",
  },
  {
    id: "invoice-late",
    category: "invoices",
    question: "Can I get an invoice for an old order?",
    similar: [
      "invoice for last year's order",
      "ordered months ago and need an invoice now",
      "is there a time limit for invoices",
      "old order receipt",
      "bought it half a year ago, invoice still possible?",
      "late invoice request",
    ],
    answer:
      "Yes, up to 365 days after the order: find it in My orders and tap “Request invoice”. After that the system can't issue one any more, so please ask early.",
  },
  {
    id: "payment-methods",
    category: "payments",
    question: "Which payment methods do you accept?",
    similar: [
      "how can i pay",
      "do you take paypal",
      "can I use apple pay",
      "is wechat pay ok",
      "alipay?",
      "do you accept credit cards",
      "payment options",
    ],
    answer:
      "Abroad we accept Visa, Mastercard, American Express, PayPal and Apple Pay; in mainland China WeChat Pay, Alipay, Huabei and UnionPay cards. Gift cards and points can be combined with any of them.",
  },
  {
    id: "payment-failed",
    category: "payments",
    question: "My payment failed",
    similar: [
      "card declined",
      "payment doesn't go through",
      "can't pay",
      "error at checkout when paying",
      "payment rejected by bank",
      "pay button does nothing",
      "why does my paymet keep failing",
    ],
    answer:
      "Please check balance, limits and connection, and try another way to pay; your order is held for 30 minutes. Cards are mostly declined by the bank's security check, so a short call to your bank helps. If it still fails, send us a screenshot of the message.",
  },
  {
    id: "payment-double-charge",
    category: "payments",
    question: "I was charged twice",
    similar: [
      "double charged",
      "two charges for one order",
      "you took the money twice",
      "duplicate payment",
      "my card shows two payments",
      "paid 2x by accident",
    ],
    answer:
      "Don't worry, the extra payment is refunded automatically within 24 hours. If it isn't back by then, send us the order number and screenshots of both payments and we'll settle it the same day.",
  },
  {
    id: "payment-charged-no-order",
    category: "payments",
    question: "I was charged but the order says unpaid",
    similar: [
      "money taken but no order",
      "paid but still shows pending payment",
      "charged and order not confirmed",
      "payment went through, order didn't",
      "my bank says paid, your site says unpaid",
      "no order confirmation after payment",
    ],
    answer:
      "The result can reach us a few minutes late, so refresh the order and please don't pay again. If it's still unpaid after 30 minutes, the money goes back automatically within 24 hours; if you need the item soon, just order again.",
  },
  {
    id: "payment-huabei",
    category: "payments",
    question: "Can I pay in instalments?",
    similar: [
      "installment plan",
      "do you have klarna or afterpay",
      "pay monthly",
      "buy now pay later",
      "huabei installments",
      "split the payment over 3 months",
      "interest free instalments?",
    ],
    answer:
      "In mainland China you can use Huabei over 3, 6 or 12 months; over ¥600, 3 months are free of interest, other fees are shown by Alipay. After a return, limit and repayments go back the same way. Cards and orders abroad have no instalments for now.",
  },
  {
    id: "payment-foreign-card",
    category: "payments",
    question: "Which currency am I charged in? Do foreign cards work?",
    similar: [
      "do you charge in dollars or yuan",
      "can I pay with a us visa card",
      "foreign transaction fee",
      "exchange rate used",
      "prices in euros?",
      "does an overseas mastercard work",
      "what currency is it",
    ],
    answer:
      "Orders shipped abroad are charged in US dollars and can be paid by Visa, Mastercard, American Express or PayPal. We add no fee, but your bank may convert at its own rate and charge for foreign currency.",
  },
  {
    id: "payment-cod",
    category: "payments",
    question: "Do you offer cash on delivery?",
    similar: [
      "COD",
      "pay when it arrives",
      "can i pay the courier",
      "pay after i check the goods",
      "cash payment possible?",
      "pay on delivery",
    ],
    answer:
      "We don't offer cash on delivery; orders are paid online and then dispatched. You can return anything for any reason within 7 days of delivery, so there's little risk.",
  },
  {
    id: "payment-safe",
    category: "payments",
    question: "Is it safe to pay online?",
    similar: [
      "do you store my card number",
      "is your checkout secure",
      "will my card details leak",
      "is it safe to enter my credit card",
      "worried about fraud when paying",
      "payment security",
    ],
    answer:
      "You pay on the encrypted page of your bank, WeChat Pay, Alipay or PayPal; we never see or keep your full card number or password. We also never ask for codes by phone, so hang up if someone does.",
  },
  {
    id: "payment-by-friend",
    category: "payments",
    question: "Can someone else pay for my order?",
    similar: [
      "my husband wants to pay for it",
      "send a payment link to a friend",
      "let my mom pay",
      "pay with another person's card",
      "who gets the refund if my friend paid",
      "payment by a third person",
    ],
    answer:
      "Yes. After placing the order choose “Ask someone to pay” and send them the link, which is valid for 30 minutes. A refund goes to the person who paid.",
  },
];
