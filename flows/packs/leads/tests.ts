import { contains, leaves, picks, says, talk, visits } from "../kit/scripts.ts";
import type { TemplateTest } from "../kit/template.ts";

export const leadsTests: readonly TemplateTest[] = [
  talk(["大客户今天就联系", "A large lead is called today"], "zh-CN", {
    turns: [
      says("我们想采购，给个报价", leaves("what-wanted", "get-quote")),
      says("客户资料太散，想统一管理"),
      picks("large"),
      picks("now"),
      says("林女士"),
      says("云帆科技"),
      says("13800138000"),
      says("确认", leaves("is-hot", "hot"), contains("今天联系您")),
    ],
  }),
  talk(["只是了解的不打扰", "Who only looks is left in peace"], "zh-CN", {
    turns: [
      says("麻烦给我们报个价"),
      says("管理客户"),
      picks("small"),
      picks("later"),
      says("王先生"),
      says("跳过"),
      says("13800138000"),
      says("确认", leaves("is-hot", "else"), contains("14 天")),
    ],
  }),
  talk(["回答价格", "Answers the price"], "zh-CN", {
    turns: [says("你们这个怎么收费的", leaves("answer", "hit"), contains("99 元"))],
  }),
  talk(["英文：预约演示", "Books a demo, in English"], "en", {
    turns: [
      says("could you show us the product in a demo", leaves("what-wanted", "book-demo")),
      says("2026-03-05"),
      says("sam@corp.example"),
      says("confirm", visits("demo-done"), contains("sam@corp.example")),
    ],
  }),
  talk(["英文：自己部署", "Own hosting, in English"], "en", {
    turns: [says("can we install it on our own servers", leaves("answer", "hit"), contains("Enterprise"))],
  }),
];
