type OrderStatus = "pending" | "shipped" | "delivered" | "returned" | "refunded";

type Bilingual = { readonly "zh-CN": string; readonly en: string };

/** One order of the sample shop. Made up: no number, parcel or person exists. */
type DemoOrder = {
  readonly number: string;
  readonly status: OrderStatus;
  readonly placed: Bilingual;
  readonly items: Bilingual;
  readonly total: Bilingual;
  /** Null until the parcel has left. */
  readonly courier: Bilingual | null;
  readonly trackingNumber: string | null;
  /** What the customer is told when asking where the order is. */
  readonly progress: Bilingual;
  /** What the customer is told when asking for the refund; null while none was asked for. */
  readonly refund: Bilingual | null;
};

/** Two letters and ten digits; the flow checks what customers type with it. */
export const ORDER_NUMBER_PATTERN = "\\b[A-Za-z]{2}[0-9]{10}\\b";

const zto = { "zh-CN": "中通快递", en: "ZTO Express" } as const;
const sf = { "zh-CN": "顺丰速运", en: "SF Express" } as const;
const post = { "zh-CN": "中国邮政", en: "China Post" } as const;
const dhl = { "zh-CN": "DHL 国际快递", en: "DHL Express" } as const;

/** Newest first: the flow shows the first three as recent orders. */
export const demoOrders: readonly DemoOrder[] = [
  {
    number: "WC2026112101",
    status: "pending",
    placed: { "zh-CN": "11 月 21 日", en: "21 November" },
    items: {
      "zh-CN": "水洗棉四件套（雾蓝，1.8 米床）",
      en: "Washed cotton bedding set (mist blue, 1.8 m bed)",
    },
    total: { "zh-CN": "399 元", en: "¥399" },
    courier: null,
    trackingNumber: null,
    progress: {
      "zh-CN": "已付款，仓库正在配货，预计 11 月 23 日前发出。",
      en: "It's paid and being picked in the warehouse; we expect it to leave by 23 November.",
    },
    refund: null,
  },
  {
    number: "WC2026111902",
    status: "shipped",
    placed: { "zh-CN": "11 月 19 日", en: "19 November" },
    items: { "zh-CN": "亚麻衬衫（米白，M）×1", en: "Linen shirt (off-white, M) × 1" },
    total: { "zh-CN": "268 元", en: "¥268" },
    courier: zto,
    trackingNumber: "ZT0011190201",
    progress: {
      "zh-CN": "今天 08:40 到达杭州西湖网点，派送员正在派件，预计今天送达。",
      en: "It reached the Hangzhou Xihu depot at 08:40 and is out for delivery; you should have it today.",
    },
    refund: null,
  },
  {
    number: "WC2026111803",
    status: "shipped",
    placed: { "zh-CN": "11 月 18 日", en: "18 November" },
    items: {
      "zh-CN": "羊毛针织开衫（焦糖色，L）、纯棉袜 3 双",
      en: "Wool cardigan (caramel, L), cotton socks × 3 pairs",
    },
    total: { "zh-CN": "457 元", en: "¥457" },
    courier: sf,
    trackingNumber: "SF0011180301",
    progress: {
      "zh-CN": "昨天 21:15 离开上海转运中心，正发往成都，预计明天送达。",
      en: "It left the Shanghai hub at 21:15 last night on its way to Chengdu, and should arrive tomorrow.",
    },
    refund: null,
  },
  {
    number: "WC2026111704",
    status: "shipped",
    placed: { "zh-CN": "11 月 17 日", en: "17 November" },
    items: { "zh-CN": "橡木床头柜 ×1", en: "Oak bedside table × 1" },
    total: { "zh-CN": "599 元", en: "¥599" },
    courier: post,
    trackingNumber: "CP0011170401",
    progress: {
      "zh-CN": "已到达乌鲁木齐处理中心，偏远地区一般 4-7 天，预计 11 月 25 日前送达。",
      en: "It's at the sorting centre in Urumqi. Remote regions take 4-7 days, so expect it by 25 November.",
    },
    refund: null,
  },
  {
    number: "WC2026111505",
    status: "shipped",
    placed: { "zh-CN": "11 月 15 日", en: "15 November" },
    items: { "zh-CN": "陶瓷马克杯 ×4、竹纤维毛巾 ×2", en: "Stoneware mugs × 4, bamboo towels × 2" },
    total: { "zh-CN": "86 美元", en: "$86" },
    courier: dhl,
    trackingNumber: "DH0011150501",
    progress: {
      "zh-CN": "已到达洛杉矶，正在清关，一般需要 1-3 个工作日，之后 1 天送达。",
      en: "It has arrived in Los Angeles and is in customs clearance, which takes 1-3 working days, then 1 day to your door.",
    },
    refund: null,
  },
  {
    number: "WC2026111006",
    status: "delivered",
    placed: { "zh-CN": "11 月 10 日", en: "10 November" },
    items: { "zh-CN": "牛津纺衬衫（浅蓝，L）×2", en: "Oxford shirts (light blue, L) × 2" },
    total: { "zh-CN": "358 元", en: "¥358" },
    courier: zto,
    trackingNumber: "ZT0011100601",
    progress: {
      "zh-CN": "11 月 13 日 14:26 已签收，放在小区快递柜，取件码已发短信。",
      en: "It was delivered on 13 November at 14:26 to the parcel locker; the code was sent by text message.",
    },
    refund: null,
  },
  {
    number: "WC2026110801",
    status: "delivered",
    placed: { "zh-CN": "11 月 8 日", en: "8 November" },
    items: { "zh-CN": "藤编台灯 ×1", en: "Rattan table lamp × 1" },
    total: { "zh-CN": "229 元", en: "¥229" },
    courier: sf,
    trackingNumber: "SF0011080101",
    progress: {
      "zh-CN": "11 月 10 日 10:05 已由本人签收。",
      en: "It was delivered on 10 November at 10:05 and signed for by the recipient.",
    },
    refund: null,
  },
  {
    number: "WC2026110208",
    status: "delivered",
    placed: { "zh-CN": "11 月 2 日", en: "2 November" },
    items: { "zh-CN": "羽绒被（220×240 厘米）×1", en: "Down duvet (220 × 240 cm) × 1" },
    total: { "zh-CN": "142 美元", en: "$142" },
    courier: dhl,
    trackingNumber: "DH0011020801",
    progress: {
      "zh-CN": "11 月 9 日已在新加坡送达，前台代收。",
      en: "It was delivered in Singapore on 9 November; reception took it in.",
    },
    refund: null,
  },
  {
    number: "WC2026110509",
    status: "returned",
    placed: { "zh-CN": "11 月 5 日", en: "5 November" },
    items: { "zh-CN": "直筒牛仔裤（深蓝，30）×1", en: "Straight jeans (dark blue, 30) × 1" },
    total: { "zh-CN": "299 元", en: "¥299" },
    courier: zto,
    trackingNumber: "ZT0011050902",
    progress: {
      "zh-CN": "退货正在寄回途中，今天到达嘉兴中转站，预计 11 月 24 日到仓库。",
      en: "Your return is on its way back: it's at the Jiaxing hub today and should reach our warehouse by 24 November.",
    },
    refund: {
      "zh-CN": "退货还在途中，仓库收到并验收后 1-3 个工作日内原路退款。",
      en: "The return is still on its way; we refund within 1-3 working days after it's received and checked.",
    },
  },
  {
    number: "WC2026110310",
    status: "returned",
    placed: { "zh-CN": "11 月 3 日", en: "3 November" },
    items: { "zh-CN": "手工玻璃花瓶 ×1（到货破损）", en: "Hand-blown glass vase × 1 (arrived damaged)" },
    total: { "zh-CN": "168 元", en: "¥168" },
    courier: sf,
    trackingNumber: "SF0011031002",
    progress: {
      "zh-CN": "仓库 11 月 20 日已收到退货，正在验货。",
      en: "Our warehouse received your return on 20 November and is checking it.",
    },
    refund: {
      "zh-CN": "168 元正在审核，最晚 11 月 25 日退回微信支付，含您垫付的运费。",
      en: "Your ¥168 is being checked and goes back to WeChat Pay by 25 November at the latest, with the postage you paid.",
    },
  },
  {
    number: "WC2026102811",
    status: "refunded",
    placed: { "zh-CN": "10 月 28 日", en: "28 October" },
    items: { "zh-CN": "羊绒围巾（炭灰）×1", en: "Cashmere scarf (charcoal) × 1" },
    total: { "zh-CN": "329 元", en: "¥329" },
    courier: zto,
    trackingNumber: "ZT0010281102",
    progress: {
      "zh-CN": "退货已完成，订单已关闭。",
      en: "The return is complete and the order is closed.",
    },
    refund: {
      "zh-CN": "319 元（已扣取件费 10 元）已于 11 月 6 日退回支付宝。",
      en: "¥319 (less ¥10 for the pick-up) went back to Alipay on 6 November.",
    },
  },
  {
    number: "WC2026102512",
    status: "refunded",
    placed: { "zh-CN": "10 月 25 日", en: "25 October" },
    items: {
      "zh-CN": "儿童连帽卫衣（110）×1，发货前取消",
      en: "Kids' hoodie (110) × 1, cancelled before dispatch",
    },
    total: { "zh-CN": "35 美元", en: "$35" },
    courier: null,
    trackingNumber: null,
    progress: {
      "zh-CN": "订单在发货前已取消。",
      en: "The order was cancelled before dispatch.",
    },
    refund: {
      "zh-CN": "35 美元已于 10 月 26 日退回原信用卡。",
      en: "$35 went back to the original credit card on 26 October.",
    },
  },
];

/** The orders as a flow holds them in its variable `orders`; texts are read by language: `order.items[locale]`. */
export function toOrderTable(statuses: { readonly [Status in OrderStatus]: Bilingual }) {
  return demoOrders.map((order) => ({ ...order, statusText: statuses[order.status] }));
}
