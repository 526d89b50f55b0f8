import { contains, leaves, picks, says, talk } from "../kit/scripts.ts";
import type { TemplateContent } from "../kit/template.ts";
import { toShopBundle } from "./shop-bundle.ts";

export const shopTemplate: TemplateContent = {
  toBundle: toShopBundle,
  tests: [
    talk(["查到订单在哪", "Finds an order"], "zh-CN", {
      turns: [
        says("我的快递到哪了"),
        says("WC2026111803", leaves("order-status", "shipped"), contains("顺丰速运")),
      ],
    }),
    talk(["多少钱包邮", "Free shipping"], "zh-CN", {
      turns: [says("满多少包邮", leaves("answer", "hit"))],
    }),
    talk(["转人工会登记留言", "A person takes a message"], "zh-CN", {
      turns: [says("转人工", leaves("service-hours", "open"))],
    }),
    talk(["英文客户查退款", "Looks up a refund in English"], "en", {
      turns: [
        says("check my refund"),
        says("WC2026102811", contains("went back to Alipay")),
        picks("again"),
        says("WC2026111902", leaves("has-refund", "else")),
      ],
    }),
    talk(["英文客户申请退换", "Files a return in English"], "en", {
      turns: [says("I want to return something", leaves("what-wanted", "return-exchange"))],
    }),
  ],
};
