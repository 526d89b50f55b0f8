/**
 * What customers most often ask any business about, as it is typed without an input method. Each word by its syllables; a spelling
 * that is an English word as well is left out.
 */
const SUBJECTS =
  "退货 tui huo,退款 tui kuan,退钱 tui qian,换货 huan huo,售后 shou hou,运费 yun fei,邮费 you fei,包邮 bao you,发票 fa piao," +
  "开票 kai piao,物流 wu liu,快递 kuai di,单号 dan hao,订单 ding dan,发货 fa huo,收货 shou huo,签收 qian shou,优惠 you hui," +
  "优惠券 you hui quan,折扣 zhe kou,打折 da zhe,便宜 pian yi,价格 jia ge,降价 jiang jia,差价 cha jia,付款 fu kuan,支付 zhi fu," +
  "微信 wei xin,支付宝 zhi fu bao,地址 di zhi,电话 dian hua,手机 shou ji,手机号 shou ji hao,密码 mi ma,账号 zhang hao," +
  "登录 deng lu,注册 zhu ce,会员 hui yuan,积分 ji fen,尺码 chi ma,颜色 yan se,质量 zhi liang,保修 bao xiu,维修 wei xiu," +
  "投诉 tou su,客服 ke fu,人工 ren gong,人工客服 ren gong ke fu,取消 qu xiao,修改 xiu gai,查询 cha xun,门店 men dian,库存 ku cun";

/** Too short to be told from other languages: read only where all of a text is pinyin, and says one of the subjects. */
const OTHERS =
  "怎么 zen me,怎么办 zen me ban,怎么样 zen me yang,什么 shen me,什么时候 shen me shi hou,多少 duo shao,多少钱 duo shao qian," +
  "多久 duo jiu,哪里 na li,哪儿 na er,可以 ke yi,没有 mei you,我们 wo men,你们 ni men,你好 ni hao,谢谢 xie xie,需要 xu yao," +
  "为什么 wei shen me,请问 qing wen,几天 ji tian,我 wo,你 ni,要 yao,想 xiang,有 you,没 mei,不 bu,能 neng,会 hui,的 de,了 le,吗 ma," +
  "呢 ne,吧 ba,是 shi,在 zai,到 dao,谁 shui,出 chu,付 fu,开 kai,查 cha,改 gai,买 mai,用 yong,给 gei,怎 zen,哪 na,几 ji,天 tian," +
  "钱 qian,单 dan,个 ge,这 zhe,那 nei,还 hai,就 jiu,都 dou,好 hao,收 shou,寄 ji,退 tui,换 huan,票 piao,券 quan";

type Word = { readonly han: string; readonly isSubject: boolean };

const words = new Map<string, Word>();
for (const [list, isSubject] of [
  [OTHERS, false],
  [SUBJECTS, true],
] as const)
  for (const pair of list.split(",")) {
    const [han = "", ...syllables] = pair.split(" ");
    words.set(syllables.join(""), { han, isSubject });
  }

/** Each subject with its syllables, as `退货` with `tui` and `huo`. */
export const SUBJECT_SYLLABLES: readonly { readonly han: string; readonly syllables: readonly string[] }[] =
  SUBJECTS.split(",").map((pair) => {
    const [han = "", ...syllables] = pair.split(" ");
    return { han, syllables };
  });

/** `tuihuo` and `tui huo`, the longest first. */
const subjects = SUBJECT_SYLLABLES.map(({ syllables }) => syllables).sort(
  (a, b) => b.join("").length - a.join("").length,
);
const anySubject = new RegExp(
  `(?<![a-z0-9'])(?:${subjects.map((syllables) => syllables.join(" ?")).join("|")})(?![a-z0-9'])`,
  "gu",
);
const LATIN_ONLY = /^[a-z ]+$/;
const WORD_MAX_CHARS = Math.max(...[...words.keys()].map((word) => word.length));

/**
 * Writes the Han for pinyin in normalised text: whole sentences of it (`wo yao tuihuo`), and the names of subjects in any text
 * (`tuihuo 怎么弄`). All else stays as it is.
 */
export function readPinyin(normalized: string): string {
  anySubject.lastIndex = 0;
  if (!anySubject.test(normalized)) return normalized;
  if (LATIN_ONLY.test(normalized)) {
    const whole = readWhole(normalized.replaceAll(" ", ""));
    if (whole !== null) return whole;
  }
  return normalized
    .replace(anySubject, (found) => ` ${words.get(found.replaceAll(" ", ""))?.han ?? found} `)
    .replace(/ +/g, " ")
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "")
    .trim();
}

/** Null when a part is none of the words. The fewest words win: `youhuiquan` is one, not three. */
function readWhole(letters: string): string | null {
  const best: ({ readonly words: number; readonly han: string } | null)[] = [{ words: 0, han: "" }];
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - WORD_MAX_CHARS); start < end; start += 1) {
      const before = best[start];
      const word = words.get(letters.slice(start, end));
      if (!before || word === undefined || (best[end]?.words ?? Number.POSITIVE_INFINITY) <= before.words + 1)
        continue;
      best[end] = { words: before.words + 1, han: before.han + word.han };
    }
  }
  return best[letters.length]?.han ?? null;
}
