import { both } from "../kit/both.ts";
import type { Wish } from "../kit/desk.ts";

export const bankWishes: readonly Wish[] = [
  {
    id: "report-loss",
    name: both("挂失", "Report a lost card"),
    to: "loss-kind",
    zh: "我的卡丢了 | 银行卡被偷了要挂失 | 帮我挂失 | 钱包掉了赶紧冻结卡 | 信用卡不见了 | 存折丢了怎么办 | 冻结我的卡",
    en: "I lost my card | my card was stolen | block my card | freeze my card now | my credit card is gone | my wallet was stolen, stop the cards | report a lost card",
    not: "忘记密码怎么办 | 注销银行卡 | cancel an old card",
  },
  {
    id: "book-visit",
    name: both("预约网点", "Book a branch visit"),
    to: "visit-form",
    zh: "我要预约网点 | 预约取号 | 预约明天去办业务 | 想约个时间去柜台 | 大额取现预约 | 帮我预约开户",
    en: "book an appointment | I want to visit a branch tomorrow | reserve a slot at the counter | make an appointment to open an account | book a large cash withdrawal | schedule a branch visit",
    not: "网点几点开门 | 外币现金要预约吗 | branch opening hours",
  },
  {
    id: "loan-rate",
    name: both("贷款试算", "Work out a loan"),
    to: "loan-kind",
    zh: "帮我算算贷款月供 | 贷 50 万每月还多少 | 房贷试算 | 我想贷款 | 消费贷怎么申请 | 算一下月供 | 想借点钱周转",
    en: "work out my monthly payment | how much would I pay for a loan of 500000 | mortgage calculator | I want a loan | apply for a personal loan | calculate a loan for me",
    not: "房贷可以提前还款吗 | early repayment fee",
  },
  {
    id: "report-scam",
    name: both("被骗了", "I was scammed"),
    to: "scam-now",
    zh: "我被骗了 | 钱被骗走了 | 刚给骗子转账了 | 被诈骗了怎么办 | 我好像上当了 | 账户被盗刷了 | 有笔交易不是我做的",
    en: "I was scammed | I sent money to a fraudster | somebody stole my money | there is a payment I did not make | my account was hacked | I think I was tricked",
    not: "怎么判断是不是诈骗 | how do I recognise a scam",
  },
  {
    id: "human-agent",
    name: both("人工坐席", "Talk to a person"),
    to: "service-hours",
    zh: "转人工 | 人工服务 | 我要和客服说话 | 投诉你们网点 | 找客户经理 | 让人给我回电话",
    en: "talk to a person | customer service please | I want to complain about a branch | my account manager | have somebody call me | human agent",
  },
];
