import type { TransactionSql } from "postgres";
import { type BaseKey, getBase } from "../../bases/get-base.ts";
import type { EntryContent } from "../entry-content.ts";
import { contentOf } from "../entry-row.ts";
import { CHANNEL_ANSWERS } from "./import-fields.ts";

/** Heads of the columns, as an import reads them again. */
const COLUMNS = [
  ...["问题", "英文问题", "相似问", "反例", "答案", "英文答案", "分类", "标签"],
  ...["数据分级", "生效时间", "失效时间", "复核周期", "状态", "编号"],
  ...CHANNEL_ANSWERS.map(({ locale, channel }) => `${locale === "en" ? "英文答案" : "答案"}[${channel}]`),
];

const CHUNK = 500;

type Row = {
  readonly id: string;
  readonly content: EntryContent;
  readonly state: string;
  readonly category: string | null;
};

/** All entries of a base as lines of a file, their heads first; read in parts, so that no request waits for thousands at once. */
export async function readExport(
  tx: TransactionSql,
  key: BaseKey,
): Promise<{ readonly name: string; readonly lines: readonly (readonly string[])[] }> {
  const base = await getBase(tx, key);
  const lines: string[][] = [COLUMNS];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows: readonly Row[] = await tx<Row[]>`
      with recursive path as (
        select id, name::text as path from faq_category where base_id = ${key.baseId} and parent_id is null
        union all select c.id, p.path || '/' || c.name from faq_category c join path p on c.parent_id = p.id)
      select e.id, ${contentOf(tx)} as content, e.state, path.path as category
      from faq_entry e left join path on path.id = e.category_id
      where e.base_id = ${key.baseId} and e.deleted_at is null and e.id > ${after} order by e.id limit ${CHUNK}`;
    lines.push(...rows.map(toLine));
    const last = rows.at(-1);
    if (last === undefined || rows.length < CHUNK) return { name: base.name, lines };
    after = last.id;
  }
}

function toLine({ id, content, state, category }: Row): string[] {
  const answer = (locale: string, channel: string | null = null) =>
    content.answers.find((own) => own.locale === locale && own.channel === channel)?.text ?? "";
  return [
    ...[content.question["zh-CN"] ?? "", content.question.en ?? ""],
    ...[content.similar.join("\n"), content.negatives.join("\n")],
    ...[answer("zh-CN"), answer("en"), category ?? "", content.tags.join("；")],
    ...[content.dataClass, content.validFrom ?? "", content.validTo ?? ""],
    ...[String(content.reviewEveryDays ?? ""), state, id],
    ...CHANNEL_ANSWERS.map(({ locale, channel }) => answer(locale, channel)),
  ];
}
