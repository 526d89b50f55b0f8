import type { FaqQuery } from "./measure-faq.ts";

/**
 * What people might ask the sample shop, written from its list of standard questions without looking at its phrasings. They are
 * for reporting: no phrasing, word list or threshold may be made from them.
 */
export const SHOP_QUESTIONS: readonly FaqQuery[] = [
  ...inside({
    "return-shipping-fee": [
      "我要把裙子寄回去，邮费你们出还是我出",
      "do I have to pay the postage when I send it back",
    ],
    "return-window": [
      "买了快十天了，不想要了还来得及吗",
      "it's been a week since it arrived, is it too late to return",
    ],
    "refund-time": ["钱什么时候能回到我卡里啊", "how many days before I see my money again"],
    "track-no-update": [
      "快递信息三天没动了，怎么回事",
      "the tracking has been stuck in the same place since monday",
    ],
    "order-address-change": [
      "刚拍完发现收货地址写错了",
      "I typed the wrong street, can you change where it goes",
    ],
    "wrong-item": ["我买的白色，给我寄了件黑的", "you sent me a different shirt from the one I ordered"],
    "coupon-not-working": ["券明明没过期，结账的时候点不了", "my promo code gets rejected at checkout"],
    "invoice-how": ["公司要报销，票怎么弄", "I need a receipt with VAT for my company"],
    "size-plus": ["我一百八十斤，有能穿的吗"],
    "shipping-remote": ["我在拉萨，你们发得到吗"],
    "password-forgot": ["密码想不起来了"],
    "support-hours": ["晚上十一点还有人在吗"],
  }),
  ...outside([
    "今天上海会下雨吗",
    "帮我写一首关于秋天的诗",
    "你们公司股票代码是多少",
    "我想应聘仓库的岗位，工资多少",
    "能帮我订一张去北京的高铁票吗",
    "医保卡余额怎么查",
    "我家猫不吃饭怎么办",
    "一美元等于多少人民币",
    "你们老板是谁",
    "店里能充手机话费吗",
    "附近有没有好吃的火锅",
    "可以租用你们的衣服拍照吗",
    "what's the capital of australia",
    "can you book me a table for two tonight",
    "how do I fix a flat bicycle tyre",
    "are you hiring drivers at the moment",
    "who won the football last night",
    "translate good morning into french",
    "do you sell life insurance",
    "my neighbour's dog keeps barking, what can I do",
  ]),
];

function inside(questions: Readonly<Record<string, readonly string[]>>): readonly FaqQuery[] {
  return Object.entries(questions).flatMap(([entryId, texts]) => texts.map((text) => ({ text, entryId })));
}

function outside(texts: readonly string[]): readonly FaqQuery[] {
  return texts.map((text) => ({ text, entryId: null }));
}
