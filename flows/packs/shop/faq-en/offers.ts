import type { FaqEntry } from "../faq-entry.ts";

export const offers: readonly FaqEntry[] = [
  {
    id: "coupon-get",
    category: "promotions",
    question: "Where do I get coupons?",
    similar: [
      "any discount codes",
      "promo code please",
      "do you have vouchers",
      "can you give me a discount",
      "where to find coupons",
      "cupon for today?",
      "got any deals to save money",
    ],
    answer:
      "New coupons appear daily in the Coupon centre on the home page, and product pages and the cart show what you can claim; members get extra ones each month. They're kept in Account > Coupons, and checkout picks the best one for you.",
  },
  {
    id: "coupon-not-working",
    category: "promotions",
    question: "Why doesn't my coupon work?",
    similar: [
      "promo code invalid",
      "discount code not accepted",
      "can't apply coupon",
      "coupon greyed out",
      "it says conditions not met for my voucher",
      "code isn't working at checkout",
    ],
    answer:
      "Please check the small print: the minimum spend (goods after discounts, without shipping), the product range, and the dates. Gift cards and products marked “no coupons” are excluded. If all that fits and it still fails, send us a screenshot.",
  },
  {
    id: "coupon-stack",
    category: "promotions",
    question: "Can I combine coupons?",
    similar: [
      "use two coupons at once",
      "stack discounts",
      "can i use points and a coupon together",
      "coupon on top of the sale",
      "how many codes per order",
      "member discount plus coupon",
    ],
    answer:
      "You can use one coupon per order, on top of sales and member discounts, and then points for up to 20% of the order. Checkout works out the best combination by itself.",
  },
  {
    id: "coupon-after-return",
    category: "promotions",
    question: "Do I get my coupon back after a return?",
    similar: [
      "coupon lost after refund",
      "cancelled my order, is the coupon back",
      "what happens to the voucher if I return",
      "coupon wasn't returned",
      "partial return and the coupon",
      "will my promo code work again after cancelling",
    ],
    answer:
      "If the whole order is cancelled or returned, the coupon goes back to your account with its old expiry date; expired ones aren't renewed. If you return only part, the coupon stays used and the refund is based on the price after the discount.",
  },
  {
    id: "coupon-expired",
    category: "promotions",
    question: "My coupon has expired, can you extend it?",
    similar: [
      "coupon expired yesterday",
      "forgot to use my voucher",
      "extend my coupon please",
      "how long are coupons valid",
      "renew an expired code",
      "my discount ran out",
    ],
    answer:
      "Expired coupons can't be extended or replaced. The dates are on the coupon and the app reminds you 3 days before. Have a look in the Coupon centre, there may be a new one.",
  },
  {
    id: "price-protection",
    category: "promotions",
    question: "The price dropped after I bought it",
    similar: [
      "price adjustment",
      "can you refund the difference",
      "it's cheaper now than when I ordered",
      "do you price match your own sale",
      "item went on sale the day after",
      "price protection how many days",
      "price guarantee",
    ],
    answer:
      "If the same item in the same size and colour gets cheaper within 7 days of payment, tap “Price protection” in the order and we refund the difference. Coupons, flash sales, clearance and free gifts don't count.",
  },
  {
    id: "sale-when",
    category: "promotions",
    question: "When is your next sale?",
    similar: [
      "black friday deals?",
      "any sale coming up",
      "when do prices go down",
      "do you do a summer sale",
      "next promotion",
      "is there a 618 or double 11 sale",
    ],
    answer:
      "The big ones are 618, Double 11, Black Friday and the end-of-season sales in winter and summer; the home page announces the dates. You needn't fear buying too early: if the price drops within 7 days of payment, we refund the difference.",
  },
  {
    id: "new-customer-discount",
    category: "promotions",
    question: "Is there a discount for new customers?",
    similar: [
      "first order discount",
      "welcome offer",
      "just signed up, any coupon",
      "new customer code",
      "promo for first time buyers",
      "how much off my first purchase",
    ],
    answer:
      "Yes. When you sign up you get a welcome coupon: $5 off orders abroad over $49, or ¥15 off ¥99 in mainland China. It's valid for 30 days, see Account > Coupons.",
  },
  {
    id: "student-discount",
    category: "promotions",
    question: "Do you have a student discount?",
    similar: [
      "student price",
      "i'm at university, any discount",
      "how do I verify as a student",
      "education discount",
      "does a student id get me money off",
      "college discount",
    ],
    answer:
      "University students get 10% off everything but clearance. Verify with your student card or school email in Account > Student; it takes 1 working day and lasts 1 year. It can be combined with coupons.",
  },
  {
    id: "points-earn",
    category: "membership",
    question: "How do I earn points?",
    similar: [
      "do i get points for buying",
      "how do points work",
      "points per dollar",
      "points not added",
      "get points for a review with photo",
      "collect reward points",
    ],
    answer:
      "You earn 7 points for each $1 (1 point for each ¥1) you pay, added 7 days after delivery. A review with photos earns 20 more. Returned items earn none.",
  },
  {
    id: "points-use",
    category: "membership",
    question: "How do I use my points?",
    similar: [
      "redeem points",
      "what are my points worth",
      "pay with points",
      "can I turn points into cash",
      "2000 points is how much",
      "where do i apply my rewards at checkout",
    ],
    answer:
      "Switch on “Use points” at checkout: 100 points are worth $0.15 (¥1), for up to 20% of the order. Points can't be cashed out or transferred, and come back if you return the order.",
  },
  {
    id: "points-expiry",
    category: "membership",
    question: "Do points expire?",
    similar: [
      "my points are gone",
      "when do points run out",
      "how long are points valid",
      "why do i have fewer points now",
      "are last year's points still good",
      "do you remind me before points expire",
    ],
    answer:
      "Points are valid until the end of the following year; we remind you in the app and by text message 30 days before. You can see every change in Account > Points.",
  },
  {
    id: "membership-levels",
    category: "membership",
    question: "What are the membership levels and benefits?",
    similar: [
      "how do i become a gold member",
      "vip benefits",
      "silver vs gold",
      "is membership free",
      "how much do I need to spend for gold",
      "loyalty program",
    ],
    answer:
      "Membership is free and starts when you sign up. Spend $150 (¥1000) in 12 months for Silver with 2% off, or $450 (¥3000) for Gold with 5% off, free return pick-up and exchanges sent first. Levels are updated daily and last 12 months.",
  },
  {
    id: "membership-birthday",
    category: "membership",
    question: "Is there a birthday gift for members?",
    similar: [
      "birthday discount",
      "it's my birthday do i get something",
      "birthday coupon didn't arrive",
      "how to claim the birthday treat",
      "what do you give for birthdays",
      "entered the wrong birthday",
    ],
    answer:
      "Silver members get a $3 (¥20) coupon and Gold members $7 (¥50) in the month of their birthday, on day 1 of the month. Please enter your birthday in Account > Profile first; it can be changed only once.",
  },
  {
    id: "gift-card",
    category: "membership",
    question: "How do I buy and use gift cards?",
    similar: [
      "do you sell gift cards",
      "redeem a gift card",
      "gift card balance",
      "where do I enter my gift card code",
      "does a gift card expire",
      "buy a voucher for a friend",
    ],
    answer:
      "Gift cards come with $25, $50 or $100 (¥100, ¥200, ¥500): search for “gift card” and the code is sent by email. Enter it in Account > Gift cards; it's valid for 3 years and can be spent in several orders, but not returned or cashed out.",
  },
];
