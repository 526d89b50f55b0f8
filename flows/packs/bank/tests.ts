import { contains, leaves, picks, says, talk, visits } from "../kit/scripts.ts";
import type { TemplateTest } from "../kit/template.ts";

export const bankTests: readonly TemplateTest[] = [
  talk(["卡丢了先告诉怎么冻结", "A lost card is told how to block it"], "zh-CN", {
    turns: [
      says("我的银行卡丢了", leaves("what-wanted", "report-loss")),
      picks("debit", contains("95500"), visits("tag-urgent")),
      picks("fine", visits("back-from-urgent")),
    ],
  }),
  talk(["被骗了马上给止付办法", "Fraud gets help at once"], "zh-CN", {
    turns: [says("我刚才被骗子骗走了两万块", contains("96110"))],
  }),
  talk(["算出首月月供", "Works out the first payment"], "zh-CN", {
    turns: [
      says("帮我算一下贷款月供", leaves("what-wanted", "loan-rate")),
      picks("home"),
      says("1200000"),
      says("20", contains("8100 元"), visits("loan-result")),
    ],
  }),
  talk(["回答转账限额", "Answers the transfer limit"], "zh-CN", {
    turns: [says("手机上一天最多能转多少钱", leaves("answer", "hit"), contains("20 万元"))],
  }),
  talk(["英文：预约网点", "Books a visit, in English"], "en", {
    turns: [
      says("I'd like to book an appointment at a branch", leaves("what-wanted", "book-visit")),
      picks("centre"),
      says("2026-03-04"),
      says("open an account"),
      says("+1 415 555 0132"),
      says("confirm", visits("visit-done")),
    ],
  }),
  talk(["英文：忘记密码", "A forgotten password, in English"], "en", {
    turns: [says("I forgot my PIN", leaves("answer", "hit"), contains("branch"))],
  }),
  talk(["下班后转人工会说明时间", "After hours a person is promised for later"], "zh-CN", {
    at: Date.UTC(2026, 2, 2, 15),
    turns: [says("转人工", leaves("service-hours", "closed"))],
  }),
];
