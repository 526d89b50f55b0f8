import { both } from "../kit/both.ts";
import type { Qa } from "../kit/faq.ts";

const STAY = both("入住", "Your stay");
const FACILITIES = both("设施", "Facilities");
const BOOKING = both("预订", "Booking");

export const hotelFaq: readonly Qa[] = [
  {
    id: "check-in",
    category: STAY,
    question: both("几点可以入住？", "When can I check in?"),
    zh: "入住时间是几点 | 最早几点能办入住 | 上午到能进房间吗 | 可以提前入住吗 | 几点之后可以进房",
    en: "what time is check-in | can I check in early | we arrive in the morning, is the room ready | earliest check in",
    answer: both(
      "14:00 以后办理入住。早到可以先寄存行李，有空房时前台会提前安排，不另收费。",
      "Check-in starts at 14:00. Arrive earlier and we store your luggage; if a room is ready, you get it at no extra charge.",
    ),
  },
  {
    id: "check-out",
    category: STAY,
    question: both("几点退房？", "When is check-out?"),
    zh: "退房时间 | 最晚几点退房 | 可以晚点退房吗 | 延迟退房收费吗 | 下午退房行不行",
    en: "what time do I have to check out | is late check-out possible | latest check out time | can we leave at 3 pm",
    answer: both(
      "中午 12:00 前退房。14:00 前延迟退房免费（视房态），18:00 前加收半天房费。",
      "Check-out is by 12:00. Until 14:00 it is free if the room is not needed; until 18:00 we charge half a night.",
    ),
  },
  {
    id: "breakfast",
    category: STAY,
    question: both("有早餐吗？", "Is breakfast included?"),
    zh: "早餐几点开始 | 含不含早 | 早餐在哪吃 | 早饭多少钱 | 小孩早餐收费吗",
    en: "what time is breakfast | how much is breakfast | where is breakfast served | do kids pay for breakfast",
    answer: both(
      "早餐 6:30 至 10:00 在二楼餐厅，自助形式。房价含双早的直接用房卡；单点 68 元一位，1.2 米以下儿童免费。",
      "Breakfast is a buffet on the 2nd floor, 6:30 to 10:00. If your rate includes it, bring your room card; otherwise ¥68 each, children under 1.2 m eat free.",
    ),
  },
  {
    id: "wifi",
    category: FACILITIES,
    question: both("WiFi 密码是多少？", "What is the WiFi password?"),
    zh: "怎么连无线网 | 房间有网吗 | 无线密码 | 上网怎么弄 | wifi连不上",
    en: "how do I connect to wifi | is there internet in the room | wifi code | the wifi does not work",
    answer: both(
      "选择网络 CloudRest，用房间号和入住人姓氏拼音登录。连不上时请打前台电话 0，我们派人来看。",
      "Choose the network CloudRest and sign in with room number and surname. If it fails, dial 0 and we come up.",
    ),
  },
  {
    id: "parking",
    category: FACILITIES,
    question: both("可以停车吗？", "Is there parking?"),
    zh: "停车场收费吗 | 停车怎么收费 | 有地下车库吗 | 能给电动车充电吗 | 开车来停哪里",
    en: "how much is parking | do you have a garage | can I charge an electric car | where can I park",
    answer: both(
      "住店客人免费停车，从西门进地下车库。B1 有 8 个充电桩，扫码付费。",
      "Guests park free in the garage (west gate). There are 8 chargers on B1, paid by QR code.",
    ),
  },
  {
    id: "airport",
    category: FACILITIES,
    question: both("有机场接送吗？", "Do you have an airport shuttle?"),
    zh: "能接机吗 | 机场到酒店怎么走 | 接机多少钱 | 送机服务 | 怎么从火车站过来",
    en: "can you pick us up at the airport | how do I get there from the airport | shuttle price | how far is the airport",
    answer: both(
      "接机、送机 150 元一趟（5 座），请提前一天告诉我们航班号。坐地铁 2 号线到云溪站 B 口，步行 5 分钟。",
      "A transfer is ¥150 per car; tell us your flight a day ahead. By metro take line 2 to Yunxi, exit B, then 5 minutes on foot.",
    ),
  },
  {
    id: "pool-gym",
    category: FACILITIES,
    question: both("有健身房和游泳池吗？", "Is there a gym or a pool?"),
    zh: "游泳池几点开 | 健身房在几楼 | 能游泳吗 | 需要带泳帽吗",
    en: "when is the pool open | where is the gym | can we swim | do I need a swimming cap",
    answer: both(
      "都在五楼，6:00 至 22:00，住店客人免费。游泳请戴泳帽，前台可借。",
      "Both are on the 5th floor, 6:00 to 22:00, free for guests. A swimming cap is required; we lend them.",
    ),
  },
  {
    id: "pets",
    category: STAY,
    question: both("可以带宠物吗？", "Are pets allowed?"),
    zh: "能带狗吗 | 猫可以进房间吗 | 宠物收费吗 | 宠物友好吗",
    en: "can I bring my dog | do you take cats | pet fee | are you pet friendly",
    answer: both(
      "可以带 15 公斤以内的猫狗入住指定楼层，每晚清洁费 100 元，请在预订时说明。",
      "Cats and dogs up to 15 kg stay on pet floors for ¥100 a night. Please tell us when you book.",
    ),
  },
  {
    id: "extra-bed",
    category: BOOKING,
    question: both("可以加床吗？", "Can I get an extra bed?"),
    zh: "加床多少钱 | 三个人能住一间吗 | 有婴儿床吗 | 能加一张小床吗",
    en: "how much is an extra bed | do you have a baby cot | can three people share a room",
    answer: both(
      "大床房和家庭房可加一张床，每晚 120 元含早。婴儿床免费，数量有限，请提前告诉我们。",
      "Double and family rooms take one extra bed, ¥120 a night with breakfast. Cots are free but few, so ask early.",
    ),
  },
  {
    id: "deposit",
    category: STAY,
    question: both("需要押金吗？", "Is a deposit required?"),
    zh: "押金多少 | 押金什么时候退 | 押金能刷信用卡吗 | 免押金吗",
    en: "how much is the deposit | when do I get my deposit back | can I pay the deposit by card",
    answer: both(
      "押金每间 300 元，可用微信、支付宝或信用卡预授权，退房时当场原路退回。",
      "¥300 a room by WeChat, Alipay or card; it is released when you check out.",
    ),
  },
  {
    id: "cancel-policy",
    category: BOOKING,
    question: both("取消预订会扣钱吗？", "Is there a cancellation fee?"),
    zh: "取消政策 | 不来了退钱吗 | 当天取消扣多少 | 几点前可以免费取消 | 退订要手续费吗",
    en: "what is your cancellation policy | do you refund if we do not come | until when is cancelling free | cancellation charges",
    answer: both(
      "入住当天 18:00 前可免费取消；之后取消或未到，收取首晚房费。",
      "Cancelling is free until 18:00 on the day of arrival; later, or without arrival, we charge the first night.",
    ),
  },
  {
    id: "invoice",
    category: STAY,
    question: both("怎么开发票？", "How do I get an invoice?"),
    zh: "能开专票吗 | 发票什么时候开 | 发票抬头怎么给你们 | 电子发票发到哪里",
    en: "can I have a receipt for my company | when do you send the invoice | VAT invoice | electronic invoice",
    answer: both(
      "退房时在前台扫码填写抬头和税号，电子发票 1 个工作日内发到邮箱；需要专票请说明。",
      "Scan the code at reception when you check out and enter company and tax number. It arrives by e-mail within 1 working day.",
    ),
  },
  {
    id: "luggage",
    category: FACILITIES,
    question: both("可以寄存行李吗？", "Can I store my luggage?"),
    zh: "行李寄存收费吗 | 退房后行李放哪 | 能先放行李吗 | 行李能放几天",
    en: "where can I leave my bags | is luggage storage free | can I leave bags after check-out",
    answer: both(
      "前台免费寄存，入住前、退房后都可以，最长 3 天。",
      "Reception keeps it free of charge before check-in and after check-out, up to 3 days.",
    ),
  },
  {
    id: "smoking",
    category: STAY,
    question: both("房间可以抽烟吗？", "May I smoke in the room?"),
    zh: "有吸烟房吗 | 能不能吸烟 | 哪里可以抽烟 | 抽烟罚款吗",
    en: "do you have smoking rooms | where can I smoke | is there a fine for smoking",
    answer: both(
      "客房全部禁烟，一楼花园有吸烟区。房内吸烟收取 300 元清洁费。",
      "All rooms are non-smoking; there is a smoking area in the garden. Smoking inside costs ¥300 for cleaning.",
    ),
  },
  {
    id: "room-types",
    category: BOOKING,
    question: both("有哪些房型，多少钱？", "Which rooms do you have and what do they cost?"),
    zh: "房价多少 | 一晚多少钱 | 大床房价格 | 有家庭房吗 | 双床房多大",
    en: "room rates | how much is a night | price of a double room | do you have family rooms",
    answer: both(
      "大床房 398 元、双床房 428 元、家庭房 598 元一晚，都含双早。周末和节假日以预订时为准。",
      "Double ¥398, twin ¥428, family ¥598 a night, breakfast for two included. Weekends and holidays may differ.",
    ),
  },
  {
    id: "children",
    category: STAY,
    question: both("小孩收费吗？", "Do children stay free?"),
    zh: "带孩子住要加钱吗 | 儿童多大收费 | 小朋友免费吗 | 有儿童拖鞋吗",
    en: "do kids pay | are children free | child policy | up to what age is free",
    answer: both(
      "12 岁以下与父母同住不加床免费。房间可送儿童拖鞋、牙刷和浴袍，告诉我们就好。",
      "Children under 12 stay free in their parents' bed. We bring slippers, toothbrush and bathrobe in their size.",
    ),
  },
];
