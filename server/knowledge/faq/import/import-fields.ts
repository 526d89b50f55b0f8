import { CHANNELS, type Channel } from "#flows/kernel/channels.ts";
import type { Locale } from "#flows/kernel/text.ts";

const LANGUAGES = { zh: "zh-CN", en: "en" } as const satisfies Readonly<Record<string, Locale>>;

/** The answer of one channel, which goes before the one for all. */
type ChannelField = `answer-${keyof typeof LANGUAGES}@${Channel}`;

export const CHANNEL_ANSWERS: readonly {
  readonly field: ChannelField;
  readonly locale: Locale;
  readonly channel: Channel;
}[] = CHANNELS.flatMap((channel) =>
  (["zh", "en"] as const).map((language) => ({
    ...({ field: `answer-${language}@${channel}`, locale: LANGUAGES[language] } as const),
    channel,
  })),
);

const PLAIN_FIELDS = [
  "question-zh",
  "question-en",
  "similar",
  "negatives",
  "answer-zh",
  "answer-en",
  "category",
  "tags",
  "data-class",
  "valid-from",
  "valid-to",
  "review-every-days",
] as const;

type PlainField = (typeof PLAIN_FIELDS)[number];
export type ImportField = PlainField | ChannelField;

/** What a column of a file may hold. Several columns may be phrasings. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  ...PLAIN_FIELDS,
  ...CHANNEL_ANSWERS.map(({ field }) => field),
];

/** By column, from the left; null leaves a column out. */
export type Mapping = readonly (ImportField | null)[];

/** How our own export and the files of other products head their columns. A longer name is looked for before a shorter one. */
const NAMES: { readonly [Field in PlainField]: readonly string[] } = {
  "question-zh": [
    "标准问",
    "标准问题",
    "问题",
    "问",
    "中文问题",
    "提问",
    "客户问题",
    "用户问题",
    "常见问题",
    "question(zh)",
    "question_zh",
    "q",
    "question",
  ],
  "question-en": ["英文问题", "question(en)", "question_en", "english question"],
  similar: [
    "相似问",
    "相似问法",
    "相似问题",
    "扩展问",
    "similar",
    "similar questions",
    "variants",
    "aliases",
  ],
  negatives: ["反例", "否定问法", "negatives", "not"],
  "answer-zh": [
    "答案",
    "回答",
    "回复",
    "答复",
    "解答",
    "话术",
    "答",
    "中文答案",
    "标准答案",
    "answer(zh)",
    "answer_zh",
    "a",
    "answer",
    "reply",
  ],
  "answer-en": ["英文答案", "answer(en)", "answer_en", "english answer"],
  category: ["分类", "类别", "目录", "所属分类", "category", "folder"],
  tags: ["标签", "tags", "tag", "labels"],
  "data-class": ["数据分级", "数据类别", "密级", "data class", "data_class"],
  "valid-from": ["生效时间", "生效日期", "开始时间", "valid from", "valid_from"],
  "valid-to": ["失效时间", "失效日期", "结束时间", "有效期至", "valid to", "valid_to", "expires"],
  "review-every-days": ["复核周期", "复核周期(天)", "review every days", "review_every_days"],
};

const FIELD_OF: ReadonlyMap<string, ImportField> = new Map(
  PLAIN_FIELDS.flatMap((field) => NAMES[field].map((name) => [name, field] as const)),
);

/** 答案[web], answer (en) [wechat-oa]: a name of an answer with its channel in brackets. */
const OF_CHANNEL = /^(?<name>.*\S)\s*\[(?<channel>[a-z-]+)\]$/u;

/** Reads the names of columns: 相似问1, 相似问 2 and 相似问法（选填） are all phrasings. */
export function proposeMapping(header: readonly string[]): Mapping {
  const taken = new Set<ImportField>();
  return header.map((name) => {
    const field = findField(name);
    if (field === null || (field !== "similar" && taken.has(field))) return null;
    taken.add(field);
    return field;
  });
}

function findField(name: string): ImportField | null {
  const plain = name.normalize("NFKC").toLowerCase().trim();
  const { name: answer, channel } = OF_CHANNEL.exec(plain)?.groups ?? {};
  if (answer !== undefined) {
    const locale = findField(answer) === "answer-en" ? "en" : "zh-CN";
    return CHANNEL_ANSWERS.find((own) => own.channel === channel && own.locale === locale)?.field ?? null;
  }
  const bare = plain
    .replace(/\((?!zh|en|天)[^)]*\)/gu, "")
    .replace(/[\s*_-]*\d*$/u, "")
    .trim();
  return FIELD_OF.get(plain) ?? FIELD_OF.get(bare) ?? null;
}
