import { both } from "../kit/both.ts";
import type { Qa } from "../kit/faq.ts";

const PRICE = both("价格", "Prices");
const PRODUCT = both("产品", "Product");
const CONTRACT = both("合同", "Contract");

export const leadsFaq: readonly Qa[] = [
  {
    id: "price",
    category: PRICE,
    question: both("多少钱？", "How much does it cost?"),
    zh: "怎么收费 | 价格是多少 | 一年多少钱 | 按人头收费吗 | 有价目表吗",
    en: "what are your prices | pricing | cost per user | how much a year | price list",
    answer: both(
      "入门版 99 元/人/月，专业版 199 元/人/月，企业版按需报价。按年付 9 折，3 人起。",
      "Starter ¥99 and Professional ¥199 per user a month, Enterprise by quote. 10% off if paid yearly, from 3 users.",
    ),
  },
  {
    id: "free-trial",
    category: PRICE,
    question: both("可以免费试用吗？", "Is there a free trial?"),
    zh: "试用多久 | 先试用再买行吗 | 试用要绑卡吗 | 试用到期会扣钱吗",
    en: "can I try it first | how long is the trial | do I need a credit card | what happens after the trial",
    answer: both(
      "可以，14 天全功能试用，不用绑卡。到期自动停用，数据保留 30 天。",
      "Yes, 14 days with everything and no card. It stops by itself; your data is kept for 30 days.",
    ),
  },
  {
    id: "versions",
    category: PRICE,
    question: both("各版本有什么区别？", "What is the difference between the plans?"),
    zh: "专业版比入门版多什么 | 企业版有哪些功能 | 我该选哪个版本 | 版本对比",
    en: "compare the plans | what does professional add | enterprise features | which plan do I need",
    answer: both(
      "入门版：客户管理和报表。专业版：加自动化、API 和权限。企业版：加私有部署、单点登录和专属顾问。",
      "Starter: contacts and reports. Professional adds automation, API and roles. Enterprise adds private hosting, single sign-on and an adviser.",
    ),
  },
  {
    id: "deploy",
    category: PRODUCT,
    question: both("支持私有化部署吗？", "Can we host it ourselves?"),
    zh: "能装在自己服务器上吗 | 本地部署 | 数据存在哪里 | 支持内网使用吗",
    en: "on-premise installation | can it run on our servers | where is the data stored | private cloud",
    answer: both(
      "企业版支持，可装在您的机房或云账号，我们负责安装，通常 3 天完成。其他版本的数据存在国内云。",
      "Enterprise can, in your data centre or cloud account; we install it within 3 days. Other plans store data in China.",
    ),
  },
  {
    id: "security",
    category: PRODUCT,
    question: both("数据安全吗？", "Is our data safe?"),
    zh: "有等保认证吗 | 数据会不会泄露 | 怎么保护客户信息 | 有没有 ISO 证书",
    en: "security certificates | how do you protect data | do you have iso 27001 | data leaks",
    answer: both(
      "传输和存储全程加密，每天备份，通过等保三级和 ISO 27001。合同附数据处理协议。",
      "Encrypted in transit and at rest, backed up daily, ISO 27001 and MLPS level 3. A data agreement comes with the contract.",
    ),
  },
  {
    id: "integration",
    category: PRODUCT,
    question: both("能对接哪些系统？", "What does it integrate with?"),
    zh: "能和企业微信打通吗 | 支持钉钉吗 | 有 API 吗 | 能对接 ERP 吗",
    en: "do you have an api | works with wecom | connect to our erp | dingtalk integration",
    answer: both(
      "企业微信、钉钉、飞书开箱可用；ERP 和自建系统用开放 API 对接，专业版以上提供。",
      "WeCom, DingTalk and Feishu work out of the box; ERP and your own systems by our API, from Professional up.",
    ),
  },
  {
    id: "migration",
    category: PRODUCT,
    question: both("旧数据能迁移吗？", "Can you migrate our data?"),
    zh: "能从别的系统导过来吗 | Excel 客户怎么导入 | 迁移收费吗 | 换系统麻烦吗",
    en: "import from another system | move our spreadsheets over | is migration free | switching effort",
    answer: both(
      "支持 Excel 和主流 CRM 导入。按年购买免费迁移一次，一般 2 个工作日。",
      "We import spreadsheets and common CRMs. With a yearly plan one migration is free, usually within 2 working days.",
    ),
  },
  {
    id: "support",
    category: CONTRACT,
    question: both("售后服务怎么样？", "What support do we get?"),
    zh: "有人培训吗 | 出问题找谁 | 客服响应时间 | 提供上门服务吗",
    en: "do you train us | who helps when something breaks | response time | onsite support",
    answer: both(
      "工作日 9:00 至 18:00 在线支持，10 分钟响应；专业版含 2 次线上培训，企业版有专属顾问和 7×24 热线。",
      "Online on working days 9:00 to 18:00, first answer in 10 minutes. Professional includes 2 trainings, Enterprise an adviser and a 24/7 line.",
    ),
  },
  {
    id: "contract",
    category: CONTRACT,
    question: both("怎么签合同和开票？", "How do contract and invoice work?"),
    zh: "能对公转账吗 | 开专票吗 | 签电子合同吗 | 付款方式有哪些",
    en: "can we pay by bank transfer | vat invoice | electronic contract | payment methods",
    answer: both(
      "电子合同当天签好，支持对公转账，付款后 3 个工作日开 6% 专票。",
      "The electronic contract is signed the same day. Pay by bank transfer; the 6% VAT invoice follows within 3 working days.",
    ),
  },
  {
    id: "refund",
    category: CONTRACT,
    question: both("不满意可以退款吗？", "Can we get our money back?"),
    zh: "买了不好用能退吗 | 中途不用了退钱吗 | 退款政策",
    en: "refund policy | cancel in the middle of the year | money back if we do not like it",
    answer: both(
      "付款后 7 天内无理由全额退。之后可随时停用，按未使用的整月退款。",
      "In full within 7 days. Later you may stop any time and get unused full months back.",
    ),
  },
  {
    id: "cases",
    category: PRODUCT,
    question: both("有哪些客户在用？", "Who uses it?"),
    zh: "有我们行业的案例吗 | 客户案例 | 制造业用得多吗 | 口碑怎么样",
    en: "customer stories | anyone from our industry | references | is it used in manufacturing",
    answer: both(
      "3,000 多家企业在用，以制造、教育、电商和服务业为主。留下联系方式，可以把同行案例发给您。",
      "Over 3,000 companies, mostly manufacturing, education, retail and services. Leave your contact and we send a story from your industry.",
    ),
  },
  {
    id: "setup-time",
    category: PRODUCT,
    question: both("多久能用起来？", "How fast can we start?"),
    zh: "上线要多长时间 | 实施周期 | 今天买明天能用吗 | 员工学得会吗",
    en: "how long does setup take | implementation time | can we start tomorrow | is it easy to learn",
    answer: both(
      "注册后马上可用；含数据导入和培训，多数团队 3 到 5 天正式上线。",
      "At once after sign-up; with import and training most teams are live in 3 to 5 days.",
    ),
  },
];
