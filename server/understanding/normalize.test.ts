import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeText } from "./normalize.ts";

describe("normalizeText", () => {
  it.each([
    ["Ｒｅｆｕｎｄ？", "refund"],
    ["我想退貨，請問該怎麼辦？", "我想退货请问该怎么办"],
    ["帳號無法登錄，驗證碼收不到😭", "账号无法登录验证码收不到"],
    ["包裹什麼時候會到臺灣", "包裹什么时候会到台湾"],
    ["iPhone 多少 钱！！", "iphone多少钱"],
    ["  Don’t   WANT it… ", "don't want it"],
    ["Café", "cafe"],
    ["訂單 ２０２４", "订单2024"],
    ["退\u200b货", "退货"],
  ])("brings %s to its plain form", (text, plain) => {
    expect(normalizeText(text)).toBe(plain);
  });

  it.each(["", "   ", "😀👍🏽", "？！……", "❤️"])("leaves nothing of %j, which has no letter", (text) => {
    expect(normalizeText(text)).toBe("");
  });

  it("changes nothing the second time, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });

  it("reads traditional sentences as their simplified twins", () => {
    const twins = [
      ["請問這件衣服還有貨嗎", "请问这件衣服还有货吗"],
      ["訂單顯示已簽收，但我沒收到快遞", "订单显示已签收，但我没收到快递"],
      ["優惠券為什麼不能用", "优惠券为什么不能用"],
      ["發票抬頭開錯了，能重開嗎", "发票抬头开错了，能重开吗"],
      ["運費險怎麼賠", "运费险怎么赔"],
      ["我要投訴客服態度惡劣", "我要投诉客服态度恶劣"],
      ["鞋子尺碼偏大，可以換小一號嗎", "鞋子尺码偏大，可以换小一号吗"],
      ["退款幾天到賬", "退款几天到账"],
      ["修改收貨地址與聯繫電話", "修改收货地址与联系电话"],
    ] as const;
    for (const [traditional, simplified] of twins) {
      expect(normalizeText(traditional)).toBe(normalizeText(simplified));
    }
  });
});
