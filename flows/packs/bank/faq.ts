import { both } from "../kit/both.ts";
import type { Qa } from "../kit/faq.ts";

const ACCOUNT = both("账户", "Accounts");
const TRANSFER = both("转账", "Transfers");
const CARD = both("银行卡", "Cards");
const SAFETY = both("安全", "Safety");
const LOAN = both("贷款", "Loans");

export const bankFaq: readonly Qa[] = [
  {
    id: "branch-hours",
    category: ACCOUNT,
    question: both("网点几点开门？", "When are branches open?"),
    zh: "银行几点上班 | 周末开门吗 | 网点营业时间 | 中午休息吗 | 节假日营业吗",
    en: "branch opening hours | are you open on saturday | what time do you close | are branches open on holidays",
    answer: both(
      "工作日 9:00 至 17:00，周六部分网点 9:30 至 16:00，节假日休息。自助设备 24 小时可用。",
      "Working days 9:00 to 17:00, some branches Saturday 9:30 to 16:00, closed on holidays. Machines work round the clock.",
    ),
  },
  {
    id: "transfer-limit",
    category: TRANSFER,
    question: both("手机银行转账限额是多少？", "What is the transfer limit in the app?"),
    zh: "一天最多转多少 | 转账额度怎么提高 | 单笔限额 | 转不了大额怎么办 | 每日限额多少钱",
    en: "how much can I transfer a day | raise my transfer limit | maximum per transfer | why can I not send a large sum",
    answer: both(
      "默认单笔 5 万元、每日 20 万元。在手机银行“安全中心 → 限额管理”可自助调整，超过 50 万元需到网点办理。",
      "By default ¥50,000 a transfer and ¥200,000 a day. Change it in the app under Security → Limits; above ¥500,000 please come to a branch.",
    ),
  },
  {
    id: "transfer-time",
    category: TRANSFER,
    question: both("跨行转账多久到账？", "How long does a transfer to another bank take?"),
    zh: "转账什么时候到 | 转给别的银行要多久 | 钱转出去还没收到 | 次日到账是什么意思",
    en: "when does my transfer arrive | how long to another bank | the money has not arrived yet | is it instant",
    answer: both(
      "5 万元以下实时到账；5 万元以上在工作日 8:30 至 17:00 内实时，其余时间下一工作日到账。选“次日到账”的 24 小时内可撤销。",
      "Up to ¥50,000 at once. Above that at once on working days 8:30 to 17:00, otherwise the next working day. “Next day” transfers can be recalled within 24 hours.",
    ),
  },
  {
    id: "transfer-fee",
    category: TRANSFER,
    question: both("转账收手续费吗？", "Is there a fee for transfers?"),
    zh: "跨行转账要钱吗 | 手续费多少 | 转账免费吗 | 境外汇款费用",
    en: "do transfers cost anything | transfer charges | how much is a transfer abroad | is sending money free",
    answer: both(
      "手机银行境内转账全部免费。境外汇款手续费 0.1%，最低 50 元、最高 260 元，另收电报费 80 元。",
      "Domestic transfers in the app are free. Abroad we charge 0.1% (¥50 to ¥260) plus ¥80 for the wire.",
    ),
  },
  {
    id: "forgot-password",
    category: SAFETY,
    question: both("忘记密码怎么办？", "I forgot my password"),
    zh: "登录密码忘了 | 取款密码忘记了 | 怎么重置密码 | 密码输错被锁了 | 手机银行登不上",
    en: "reset my password | forgot my pin | my login is locked | I cannot sign in to the app | wrong password too many times",
    answer: both(
      "登录密码：在手机银行登录页点“忘记密码”，刷脸即可重置。取款密码：请本人带身份证和银行卡到网点重置。任何人都不会向您索要密码。",
      "App password: tap “Forgot password” and confirm with your face. Card PIN: come to a branch with ID and card. Nobody ever asks you for a password.",
    ),
  },
  {
    id: "annual-fee",
    category: CARD,
    question: both("银行卡有年费吗？", "Is there an annual fee?"),
    zh: "储蓄卡年费多少 | 信用卡年费怎么免 | 小额账户管理费 | 卡不用会扣钱吗",
    en: "how do I avoid the annual fee | what does the card cost a year | account maintenance fee | am I charged if I do not use the card",
    answer: both(
      "储蓄卡首个账户免年费和管理费。信用卡普卡刷满 6 笔免次年年费，白金卡 600 元一年。",
      "Your first debit account has no fees. A standard credit card is free next year after 6 payments; platinum is ¥600 a year.",
    ),
  },
  {
    id: "sms-fee",
    category: ACCOUNT,
    question: both("短信通知怎么收费？", "What do text alerts cost?"),
    zh: "短信提醒要钱吗 | 怎么取消短信费 | 余额变动提醒收费 | 关闭短信通知",
    en: "are text messages free | cancel text alerts | how much are balance alerts | turn off sms",
    answer: both(
      "短信提醒每月 2 元；手机银行推送免费。在“我的 → 通知设置”里随时切换。",
      "Text alerts are ¥2 a month, push messages in the app are free. Switch under Me → Notifications.",
    ),
  },
  {
    id: "deposit-rate",
    category: ACCOUNT,
    question: both("定期存款利率是多少？", "What are the deposit rates?"),
    zh: "存一年利息多少 | 三年定期利率 | 存款利息怎么算 | 大额存单利率",
    en: "interest on a fixed deposit | what do I get for one year | savings rates | how is interest calculated",
    answer: both(
      "一年 1.35%、两年 1.45%、三年 1.75%；大额存单 20 万元起，三年 1.90%。实际以存入当日公布为准。",
      "One year 1.35%, two 1.45%, three 1.75%; certificates from ¥200,000 pay 1.90% for three years. The rate of the day counts.",
    ),
  },
  {
    id: "open-account",
    category: ACCOUNT,
    question: both("开户需要带什么？", "What do I need to open an account?"),
    zh: "怎么办银行卡 | 开卡要什么证件 | 未成年人能开户吗 | 外国人可以开户吗",
    en: "how do I get a card | documents to open an account | can a minor open an account | can foreigners open an account",
    answer: both(
      "本人带身份证（外籍人士带护照）和实名手机号到任一网点，约 20 分钟。16 岁以下由监护人陪同并带户口本。",
      "Come in person with ID (foreigners: passport) and a phone in your name; it takes 20 minutes. Under 16 a guardian comes along.",
    ),
  },
  {
    id: "close-account",
    category: ACCOUNT,
    question: both("怎么销户？", "How do I close an account?"),
    zh: "不用的卡怎么注销 | 能在手机上销卡吗 | 销户要钱吗 | 注销银行卡",
    en: "cancel an old card | can I close my account in the app | is closing free | close my account",
    answer: both(
      "二、三类账户可在手机银行“账户管理”注销；一类账户请本人带卡和身份证到网点，先结清理财和代扣。免费。",
      "Type II and III accounts close in the app under Accounts. For type I come to a branch with card and ID, after ending investments and direct debits. It is free.",
    ),
  },
  {
    id: "statement",
    category: ACCOUNT,
    question: both("怎么打印流水？", "How do I get a statement?"),
    zh: "银行流水在哪打 | 电子流水能盖章吗 | 要半年的流水 | 签证用的流水怎么开",
    en: "print my transactions | statement with a stamp | bank statement for a visa | last six months of transactions",
    answer: both(
      "手机银行“明细 → 申请流水”，最长 5 年，带电子章，发到邮箱；也可在自助机刷身份证打印。",
      "In the app under Transactions → Statement: up to 5 years, stamped, by e-mail. Or print at a machine with your ID.",
    ),
  },
  {
    id: "card-repay",
    category: CARD,
    question: both("信用卡怎么还款？", "How do I pay my credit card?"),
    zh: "信用卡还款日是哪天 | 最低还款多少 | 逾期了怎么办 | 怎么设自动还款",
    en: "when is my card payment due | minimum payment | I am late with my card | set up automatic payment",
    answer: both(
      "账单日后第 20 天为还款日，有 3 天宽限。手机银行可还款或设自动扣款；最低还款为账单的 10%，余额按日 0.05% 计息。",
      "Due on day 20 after the bill, with 3 days of grace. Pay or set up automatic payment in the app; the minimum is 10%, the rest bears 0.05% a day.",
    ),
  },
  {
    id: "early-repayment",
    category: LOAN,
    question: both("房贷可以提前还款吗？", "Can I repay my mortgage early?"),
    zh: "提前还贷有违约金吗 | 提前还一部分房贷 | 怎么预约提前还款 | 还清房贷怎么办理",
    en: "early repayment fee | pay off part of my mortgage | how do I settle my loan early | penalty for paying early",
    answer: both(
      "还款满一年后可提前还，无违约金，至少还 5 万元。在手机银行“贷款 → 提前还款”预约，一般 15 天内扣款。",
      "After a year, without a penalty, from ¥50,000. Book it in the app under Loans → Early repayment; it is taken within 15 days.",
    ),
  },
  {
    id: "exchange",
    category: ACCOUNT,
    question: both("怎么换外币？", "How do I exchange currency?"),
    zh: "能换美元吗 | 换汇额度多少 | 外币现金要预约吗 | 结汇怎么办",
    en: "can I buy dollars | foreign cash | exchange quota | do I have to order foreign cash",
    answer: both(
      "每人每年 5 万美元额度，手机银行“结售汇”即时办理。取外币现钞请提前一天预约网点。",
      "Up to US$50,000 a person a year, at once in the app under Exchange. Order foreign cash at a branch a day ahead.",
    ),
  },
  {
    id: "scam",
    category: SAFETY,
    question: both("怎么判断是不是诈骗？", "How do I recognise a scam?"),
    zh: "有人让我转账到安全账户 | 收到银行短信链接能点吗 | 客服要验证码是真的吗 | 冒充公检法",
    en: "somebody asks me to move money to a safe account | can I click the link in this text | they ask for my code | is this call really from the bank",
    answer: both(
      "银行绝不会要您的密码、验证码，也没有“安全账户”。遇到这种要求请挂断，拨打 96110 或本行热线核实。",
      "A bank never asks for passwords or codes, and there is no “safe account”. Hang up and call 96110 or our hotline.",
    ),
  },
  {
    id: "update-phone",
    category: SAFETY,
    question: both("怎么修改预留手机号？", "How do I change my phone number?"),
    zh: "换手机号了怎么改 | 预留号码更新 | 手机号停用了收不到验证码 | 修改联系方式",
    en: "I have a new phone number | update my contact details | I no longer get codes | change registered mobile",
    answer: both(
      "原号码能用：手机银行“我的 → 个人信息”自助修改。原号码停用：本人带身份证和卡到网点办理。",
      "If the old number works, change it in the app under Me → Details. If not, come to a branch with ID and card.",
    ),
  },
];
