/** One reviewed answer with the ways in which customers ask for it. Ids are the same in every language. */
export type FaqEntry = {
  readonly id: string;
  readonly category: FaqCategory;
  readonly question: string;
  readonly similar: readonly string[];
  readonly answer: string;
};

/** Sentences by the id of the entry that they belong to. */
export type Phrasings = { readonly [entryId: string]: readonly string[] };

/** Entries with the ways in which customers tell their case in words of their own, which are few of the entry's. */
export function withTold(entries: readonly FaqEntry[], told: Phrasings): readonly FaqEntry[] {
  return entries.map((entry) => ({ ...entry, similar: [...entry.similar, ...(told[entry.id] ?? [])] }));
}

type FaqCategory =
  | "returns"
  | "exchanges"
  | "refunds"
  | "shipping"
  | "abroad"
  | "tracking"
  | "orders"
  | "stock"
  | "invoices"
  | "payments"
  | "promotions"
  | "membership"
  | "sizing"
  | "products"
  | "quality"
  | "account"
  | "app"
  | "complaints"
  | "gifts"
  | "business"
  | "stores"
  | "contact";

export const faqCategoryTitles: {
  readonly [Locale in "zh-CN" | "en"]: { readonly [Category in FaqCategory]: string };
} = {
  "zh-CN": {
    returns: "退货",
    exchanges: "换货",
    refunds: "退款",
    shipping: "配送",
    abroad: "海外与港澳台",
    tracking: "物流查询",
    orders: "订单",
    stock: "库存与预售",
    invoices: "发票",
    payments: "支付",
    promotions: "优惠与价保",
    membership: "会员与积分",
    sizing: "尺码",
    products: "材质与洗护",
    quality: "质量与保修",
    account: "账号与隐私",
    app: "App 使用",
    complaints: "投诉与建议",
    gifts: "礼品",
    business: "企业采购",
    stores: "门店",
    contact: "联系我们",
  },
  en: {
    returns: "Returns",
    exchanges: "Exchanges",
    refunds: "Refunds",
    shipping: "Shipping",
    abroad: "International shipping",
    tracking: "Tracking",
    orders: "Orders",
    stock: "Stock and pre-orders",
    invoices: "Invoices",
    payments: "Payments",
    promotions: "Offers and price protection",
    membership: "Membership and points",
    sizing: "Sizes",
    products: "Materials and care",
    quality: "Quality and warranty",
    account: "Account and privacy",
    app: "App",
    complaints: "Complaints and feedback",
    gifts: "Gifts",
    business: "Business orders",
    stores: "Stores",
    contact: "Contact",
  },
};
