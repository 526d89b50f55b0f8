import { listWords, toToken } from "./extract-features.ts";
import { normalizeText } from "./normalize.ts";
import { ELSEWHERE_OWNER, type RowTable } from "./row-table.ts";

/**
 * Things that people ask any business about and that few are about: "is there a subway near the store" is as near to the store's
 * address as a question can be, and is answered wrongly by it. Where some class says one of them, it is none.
 * Left out are places that things are sent to, and goods that a shop may sell.
 */
const HAN =
  "地铁 公交 停车 车位 打车 出租车 网约车 高铁 火车 动车 机票 航班 机场 护照 签证 驾照 驾驶证 居住证 结婚证 户口 社保 医保 公积金 养老金 退休 " +
  "离婚 房租 租房 退租 房贷 贷款 房价 物业费 水电费 水费 电费 燃气费 话费 流量 宽带 蓝屏 厕所 洗手间 卫生间 无线网 母婴室 " +
  "吃饭 餐厅 火锅 外卖 奶茶 咖啡馆 菜单 宠物 狗 猫 招聘 招人 招工 应聘 面试 工资 薪资 薪水 年终奖 兼职 实习 简历 股票 股价 基金 比特币 " +
  "理财 彩票 挂失 存款 利息 房产 天气 气温 球赛 世界杯 奥运 电影 电视剧 演唱会 唱歌 歌词 打游戏 作业 作文 论文 考试 高考 学费 " +
  "课程 上课 辅导班 培训班 大学 退学 留学 图书馆 博物馆 动物园 健身房 健身卡 瑜伽 挂号 看病 感冒 发烧 头疼 头痛 吃药 疫苗 减肥 体检 律师 " +
  "打官司 总统 新闻 星座 算命 讲笑话 写诗 闹钟 菜谱 做饭 红烧肉 民宿 退房 景点 旅游 门票 租 回收 二手 裁缝 洗车 轮胎 加油 汽油 违章 修车 车险 " +
  "保姆 家政 搬家 理发 美甲 按摩 纹身 姓什么";
const LATIN =
  "subway,metro,tram,bus,bus stop,train,train ticket,parking,park,car park,taxi,uber,flight,airline,airport,passport,embassy,driving license," +
  "driving licence,toilet,bathroom,restroom,washroom,wifi,wi fi,restaurant,pizza,burger,sushi,lunch,dinner,breakfast,takeaway,recipe,cook,dog,puppy,cat," +
  "kitten,pet,vet,hiring,recruit,recruiting,vacancy,salary,wage,internship,intern,resume,cv,job interview,share price,shareholder,bitcoin,crypto,mortgage," +
  "loan,savings account,credit score,interest rate,pension,income tax,tax return,tax refund,tax office,electricity,gas bill,water bill,rent,rental,lease," +
  "landlord,tenant,doctor,dentist,headache,fever,medicine,pharmacy,vaccine,calories,lose weight,weather,baseball,olympics," +
  "world cup,movie,film,cinema,concert,song,lyrics,netflix,spotify,youtube,homework,essay,poem,physics,university,college," +
  "tuition,exam,tutor,lesson,library,museum,zoo,gym,fitness,yoga,police,lawyer,divorce,court,president,politics,election," +
  "mobile data,data plan,plumber,electrician,babysitter,haircut,massage,tattoo,lottery,horoscope,zodiac,car wash,tyre,petrol,gas station,second hand," +
  "trade in,recycle,alarm,joke,ceo,magazine subscription";

const subjects: readonly string[] = [...HAN.split(" "), ...LATIN.split(",")].map((subject) =>
  toLine(listWords(normalizeText(subject)).map(toToken)),
);
/** Words of them, as they are compared. */
export const FOREIGN_TOKENS: ReadonlySet<string> = new Set(
  subjects.flatMap((line) => line.trim().split(" ")),
);
const byFirst = Map.groupBy(subjects, (line) => line.slice(0, line.indexOf(" ", 1)));

/** With a space around each word, so that whole words are found only. */
function toLine(tokens: readonly string[]): string {
  return ` ${tokens.join(" ")} `;
}

/** Who speaks of so many of these is an assistant for everything, and none of them is foreign to it. */
const OWN_MAX = 25;

/** Tells whether a text names something of those that few businesses are about, and that no class speaks of either. */
export function createForeignCheck(table: RowTable): (tokens: readonly string[]) => boolean {
  let known: ReadonlySet<string> | null = null;
  return (tokens) => {
    const named = listSubjects(tokens);
    if (named.length === 0) return false;
    known ??= listOwn(table);
    const own = known;
    return own.size <= OWN_MAX && named.some((subject) => !own.has(subject));
  };
}

function listSubjects(tokens: readonly string[]): readonly string[] {
  const starts = tokens.flatMap((token) => byFirst.get(` ${token}`) ?? []);
  if (starts.length === 0) return starts;
  const line = toLine(tokens);
  return starts.filter((subject) => line.includes(subject));
}

function listOwn({ lines, owners }: RowTable): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line, row) =>
      (owners[row] ?? ELSEWHERE_OWNER) >= 0 ? listSubjects(line.split(" ")) : [],
    ),
  );
}
