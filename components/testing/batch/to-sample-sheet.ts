import type { Bundle, FlowVariable } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import { type Locale, pickText } from "#flows/kernel/text.ts";
import { intentNode } from "#flows/nodes/intent/definition.ts";
import type { BatchRow } from "#flows/testing/batch.ts";
import type { BatchTexts } from "./batch-messages.ts";
import { FIELDS } from "./map-columns.ts";
import { toCell } from "./to-cell.ts";
import type { Table } from "./to-table-file.ts";

const INTENTS_MAX = 3;
const ENTRIES_MAX = 2;

const SAMPLE_VALUES: { readonly [Type in Exclude<FlowVariable["type"], "text">]: Json } = {
  number: 1,
  boolean: true,
  list: [],
  object: {},
};

/** A list that this very bot can be asked: its own intents, answers and variables, in all columns that a list may have. */
export function toSampleSheet(
  bundle: Bundle,
  { locale, texts }: { readonly locale: Locale; readonly texts: BatchTexts },
): Table {
  const t = texts.sample;
  const intents = listIntents(bundle);
  const variable = bundle.flow.variables[0];
  const rows: readonly BatchRow[] = [
    ...intents.slice(0, INTENTS_MAX).flatMap(({ name, examples: [question] }) => {
      const intent = pickText(name, locale, locale);
      return question === undefined || intent === "" ? [] : [{ question, intent }];
    }),
    ...Object.values(bundle.faqSets)
      .flatMap(({ entries }) => entries)
      .slice(0, ENTRIES_MAX)
      .map((entry) => pickText(entry.question, locale, locale))
      .map((question) => ({ question, faq: question })),
    {
      question: t.question,
      history: [t.orderTalk],
      ...(variable && {
        variables: { [variable.name]: variable.type === "text" ? t.text : SAMPLE_VALUES[variable.type] },
      }),
    },
    { question: t.nonsense, ...(intents.length > 0 && { intent: t.none }) },
  ];
  return [
    FIELDS.map((field) => texts.columns.fields[field]),
    ...rows.map((row) => FIELDS.map((field) => toCell(row, field))),
  ];
}

function listIntents({ flow, subflows }: Bundle) {
  return [flow, ...Object.values(subflows)]
    .flatMap(({ nodes }) => nodes.filter(({ kind }) => kind === "intent"))
    .flatMap(({ config }) => intentNode.config.safeParse(config).data?.intents ?? []);
}
