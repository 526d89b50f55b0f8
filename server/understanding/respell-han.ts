import { SUBJECT_SYLLABLES } from "./read-pinyin.ts";

/**
 * What an input method offers beside the word that was meant: the word, then what is typed for it. A spelling that is a word of a shop
 * itself, as 油费 for 邮费, is left out.
 */
const SOUND_ALIKES =
  "退货 退火 退获 退活 推货 腿货 褪货,退款 退宽 推款 腿款,换货 换火 换获,发货 发获 发活 法货,收货 收活," +
  "运费 运废 运飞 运肥 韵费 孕费,邮费 邮废 邮飞 由费 尤费,发票 发飘 发漂 法票,物流 物刘 无流 务流 物六," +
  "快递 快第 快弟 快低 快滴 快帝 筷递 块递,订单 丁单 订担 订蛋 钉单,优惠 优会 优慧 优汇 尤惠,优惠券 优惠卷 优惠劵 优惠圈 优惠全,退换货 退还货," +
  "付款 付宽 附款 副款,支付 支府 支附 之付,地址 地止 地纸 地只 地扯 地趾 递址 第址,会员 汇员,积分 积份 鸡分," +
  "尺码 尺马,密码 密马 蜜码 秘码,账号 账好,客服 客福 客府 刻服,签收 签手 千收 迁收,投诉 投素 投速 头诉 偷诉," +
  "取消 取销 娶消,门店 门点,库存 库村 裤存,质量 质亮 制量 质良,保修 保休 保秀 宝修,颜色 颜涩 岩色,登录 登路 灯录,折扣 折口 打扣,补货 补获";

const wordOf = new Map<string, string>(
  SOUND_ALIKES.split(",").flatMap((group) => {
    const [word = "", ...others] = group.split(" ");
    return others.map((other) => [other, word] as const);
  }),
);

const LONGEST_FIRST = (a: string, b: string) => b.length - a.length;
const anyAlike = new RegExp([...wordOf.keys()].sort(LONGEST_FIRST).join("|"), "gu");

/** 退huo and tui货, where the other half is typed: the letters are a word of their own. */
const halves = SUBJECT_SYLLABLES.flatMap(({ han, syllables }) =>
  syllables.length !== 2 || han.length !== 2
    ? []
    : [
        { typed: `${han[0]}${syllables[1]}`, pattern: `${han[0]}${syllables[1]}(?![a-z])`, han },
        { typed: `${syllables[0]}${han[1]}`, pattern: `(?<![a-z])${syllables[0]}${han[1]}`, han },
      ],
);
const hanOf = new Map(halves.map(({ typed, han }) => [typed, han]));
const anyHalf = new RegExp(halves.map(({ pattern }) => pattern).join("|"), "gu");

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** 密马 is a word that was misspelled, 保密马上 is not: what is replaced neither begins nor ends within a word. */
function respellWhole(text: string): string {
  if (text.search(anyAlike) < 0) return text;
  const borders = new Set([text.length]);
  for (const { index } of segmenter.segment(text)) borders.add(index);
  return text.replace(anyAlike, (found, place: number) =>
    borders.has(place) && borders.has(place + found.length) ? (wordOf.get(found) ?? found) : found,
  );
}

/** A normalised text with the words of business in it that only sound right as they are written; the same text where there are none. */
export function respellHan(normalized: string): string {
  return respellWhole(normalized.replace(anyHalf, (found) => hanOf.get(found) ?? found));
}
