import { CHARS_MAX as ROW_CHARS_MAX } from "../../documents/passages/cut-passages.ts";
import { toComparable, toEntityKey } from "../to-key.ts";
import { countEntries } from "./count-entries.ts";
import type { FoundEntity, FoundFact, Statement } from "./fact.ts";
import { cutAt, type Line, readLines, type SourcePassage, trimWords, type Words } from "./read-lines.ts";
import { readTable } from "./read-tables.ts";

/** More than this of one document nobody looks through; a table of thousands of rows is better asked by a call of its system. */
export const FACTS_MAX = 2_000;

export type Extraction = {
  readonly facts: readonly FoundFact[];
  /** There was more than is kept. */
  readonly isCut: boolean;
  /** Rows of tables of questions and answers, of which no facts are made. */
  readonly qaRows: number;
};

/**
 * What tables, lists of `name: value` and headings of a document say, by rules alone: the same passages give the same facts, and
 * `passage.text.slice(...span) === quote` for each that stands in a passage.
 */
export function extractFacts(documentName: string, passages: readonly SourcePassage[]): Extraction {
  const language = passages.some(({ text }) => /\p{Script=Han}/u.test(text)) ? "zh" : "en";
  const words = WORDS[language];
  const document: FoundEntity = {
    type: words.document,
    name: documentName.replace(/\.[a-z0-9]{1,8}$/i, "").slice(0, 60),
  };
  const statements: Statement[] = [];
  const places: FoundFact[] = [];
  let qaRows = 0;
  for (const section of toSections(passages)) {
    const topic = toTopic(section.titlePath, words.topic) ?? document;
    const tables = toTables(section.lines).map((rows) => ({ rows, entries: countEntries(rows) }));
    qaRows += tables.reduce((sum, { entries }) => sum + entries, 0);
    const said = [
      ...tables.flatMap(({ rows, entries }) => (entries > 0 ? [] : readTable(rows, topic))),
      ...readDefined(section.lines, topic),
    ];
    statements.push(...said);
    places.push(...toPlaces(section.titlePath, { said, topic, words }));
  }
  const facts = dropRepeats([...linkNames(statements), ...places]);
  return { facts: facts.slice(0, FACTS_MAX), isCut: facts.length > FACTS_MAX, qaRows };
}

const WORDS = {
  zh: { document: "文档", topic: "主题", partOf: "属于" },
  en: { document: "document", topic: "topic", partOf: "part of" },
} as const;

type Section = { readonly titlePath: readonly string[]; readonly lines: Line[] };

/** What stands under the same headings, in its order. */
function toSections(passages: readonly SourcePassage[]): readonly Section[] {
  const sections: Section[] = [];
  for (const passage of passages) {
    const last = sections.at(-1);
    const isSame = last?.titlePath.join("\n") === passage.titlePath.join("\n");
    const section = last !== undefined && isSame ? last : { titlePath: passage.titlePath, lines: [] };
    if (section !== last) sections.push(section);
    section.lines.push(...readLines(passage));
  }
  return sections;
}

/** One line of the form `name: value` is prose as often as not. */
const DEFINITIONS_MIN = 2;

function readDefined(lines: readonly Line[], topic: FoundEntity): readonly Statement[] {
  const definitions = lines.flatMap((line) => (line.type === "definition" ? line.cells : []));
  const defined = definitions.length < DEFINITIONS_MIN ? [] : definitions;
  return defined.map(({ name, value }) => ({ subject: topic, predicate: name, value }));
}

type Row = Extract<Line, { readonly type: "row" }>;

/** A row whose first cell is of no column of the table before begins another one, unless it is the rest of a row that was too long. */
function toTables(lines: readonly Line[]): readonly (readonly Row[])[] {
  const tables: { readonly columns: Set<string>; readonly rows: Row[] }[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.type !== "row") {
      isOpen = false;
      continue;
    }
    const last = tables.at(-1);
    const before = last?.rows.at(-1);
    const isRest = before !== undefined && before.chars + line.chars > ROW_CHARS_MAX;
    const isNext = isOpen && (isRest || last?.columns.has(line.cells[0]?.name ?? "") === true);
    const table = last !== undefined && isNext ? last : { columns: new Set<string>(), rows: [] };
    if (table !== last) tables.push(table);
    for (const { name } of line.cells) table.columns.add(name);
    table.rows.push(line);
    isOpen = true;
  }
  return tables.map(({ rows }) => rows);
}

/** Names of sheets that nobody gave, and headings that only say that facts follow: these are about what stands above. */
const NO_TOPIC =
  /^(?:(?:sheet|工作表|表)\s*\d*|(?:产品|商品|技术|基本|详细|主要|规格)?(?:参数|规格|信息)表?|(?:technical |product )?(?:specs|specifications?|parameters|details))$/i;

/** The innermost heading is what a section is about; the one above says what kind of thing it is. */
function toTopic(titlePath: readonly string[], fallback: string): FoundEntity | null {
  const named = titlePath.filter((title) => !NO_TOPIC.test(title));
  const name = named.at(-1);
  return name === undefined ? null : { type: named.at(-2) ?? fallback, name };
}

type Told = {
  readonly said: readonly Statement[];
  readonly topic: FoundEntity;
  readonly words: (typeof WORDS)[keyof typeof WORDS];
};

/** Things of which something is said belong to what the heading above them names, and that to the heading above it. */
function toPlaces(titlePath: readonly string[], { said, topic, words }: Told): readonly FoundFact[] {
  const [first] = said;
  if (first === undefined || titlePath.length === 0) return [];
  const above = toTopic(titlePath.slice(0, -1), words.topic);
  const place = (part: FoundEntity, whole: FoundEntity, passageId: string): FoundFact => ({
    ...{ subject: part, predicate: words.partOf, object: { entity: whole }, passageId, span: [0, 0] },
    quote: [...titlePath, ...(part === topic ? [] : [part.name])].join(" › "),
  });
  const isNew = (part: FoundEntity, whole: FoundEntity): boolean =>
    toComparable(part.name) !== toComparable(whole.name);
  const things = new Map(said.map((one) => [toEntityKey(one.subject), one]));
  things.delete(toEntityKey(topic));
  return [
    ...[...things.values()].flatMap(({ subject, value }) =>
      isNew(subject, topic) ? [place(subject, topic, value.passage.id)] : [],
    ),
    ...(above !== null && isNew(topic, above) ? [place(topic, above, first.value.passage.id)] : []),
  ];
}

const LISTED = /\s*(?:[、;；]|,\s|，|\s\/\s)\s*/g;
const NAME_CHARS_MIN = 2;

/** A value that is the name of another thing of the document, or a list of such names, is a relation to it. */
function linkNames(statements: readonly Statement[]): readonly FoundFact[] {
  const named = new Map<string, FoundEntity>();
  for (const { subject } of statements)
    if (subject.name.length >= NAME_CHARS_MIN && !/^[\d.,\s]+$/.test(subject.name))
      named.set(toComparable(subject.name), subject);
  return statements.flatMap(({ subject, predicate, value }): readonly FoundFact[] => {
    const find = (words: Words): FoundEntity | null => {
      const found = named.get(toComparable(words.text));
      return found === undefined || toEntityKey(found) === toEntityKey(subject) ? null : found;
    };
    const whole = find(value);
    const parts = whole === null ? cutAt(value, LISTED).map(trimWords) : [value];
    const entities = parts.map(find);
    if (entities.every((entity) => entity !== null))
      return parts.flatMap((part, at): readonly FoundFact[] => {
        const entity = entities[at];
        return entity ? [toFact({ subject, predicate, value: part }, { entity })] : [];
      });
    return [toFact({ subject, predicate, value }, { value: value.text })];
  });
}

function toFact({ subject, predicate, value }: Statement, object: FoundFact["object"]): FoundFact {
  const { text, passage, from } = value;
  return {
    ...{ subject, predicate, object, passageId: passage.id, quote: text },
    span: [from, from + text.length],
  };
}

function dropRepeats(facts: readonly FoundFact[]): readonly FoundFact[] {
  const seen = new Set<string>();
  return facts.filter(({ subject, predicate, object }) => {
    const said = "value" in object ? `=${object.value}` : toEntityKey(object.entity);
    const key = JSON.stringify([toEntityKey(subject), toComparable(predicate), said]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
