import type { Bundle } from "#flows/kernel/flow.ts";
import { type Locale, pickText } from "#flows/kernel/text.ts";
import type { BatchAnswer, BatchRow } from "#flows/testing/batch.ts";
import { createResolver } from "#flows/testing/resolve-expected.ts";
import type { Pair } from "#flows/testing/score-batch.ts";
import { createNodeNames } from "../node-names.ts";
import type { BatchTexts } from "./batch-messages.ts";

/** A question, its answer, and both in the reader's words. */
export type BatchItem = {
  readonly index: number;
  readonly row: BatchRow;
  readonly answer: BatchAnswer;
  /** Null: nothing is expected of it. */
  readonly isRight: boolean | null;
  readonly expected: string;
  readonly actual: string;
  readonly lastNode: string;
  readonly intentPair: Pair | null;
  readonly faqPair: Pair | null;
};

const INTENT_KIND = "intent";

/** No ids of intents or entries: those hold no blank. */
const HANDED_OVER = "handed over";
const NOT_LOOKED = "not looked";

type Names = {
  intent(id: string | null): string;
  faq(key: string | null): string;
  node(flowId: string, nodeId: string): string;
};

/** Joins questions and answers; names come from the flow as it is now, so what is gone shows by its id. */
export function toBatchItems(
  { rows, answers }: { readonly rows: readonly BatchRow[]; readonly answers: readonly BatchAnswer[] },
  { bundle, locale, texts }: { readonly bundle: Bundle; readonly locale: Locale; readonly texts: BatchTexts },
): readonly BatchItem[] {
  const names = createNames(bundle, locale, texts);
  const resolve = createResolver(bundle);
  return answers.flatMap((answer, index) => {
    const row = rows[index];
    if (row === undefined) return [];
    const resolution = resolve(row);
    const expected = resolution.ok ? resolution.expected : null;
    const isExpected = [row.intent, row.faq, row.node, row.text].some((value) => value !== undefined);
    const last = answer.path.at(-1);
    return [
      {
        ...{ index, row, answer },
        isRight: answer.problem !== null ? false : isExpected ? answer.failed.length === 0 : null,
        expected: [row.intent, row.faq, row.node, row.text].filter(Boolean).join(" · "),
        actual: toActual(answer, names, texts),
        lastNode: last ? names.node(last.flowId, last.nodeId) : "",
        intentPair: toPair(
          { expected: expected?.intent, actual: answer.intent, nothing: "none" },
          answer,
          names.intent,
        ),
        faqPair: toPair({ expected: expected?.faq, actual: answer.faq, nothing: "miss" }, answer, names.faq),
      },
    ];
  });
}

type Taken = {
  readonly expected: string | null | undefined;
  readonly actual: string | null;
  readonly nothing: "none" | "miss";
};

/** Where no node looked for it, that is said: a customer who was given to a person was not misunderstood. */
function toPair(
  { expected, actual, nothing }: Taken,
  { handedOver }: BatchAnswer,
  name: (id: string) => string,
): Pair | null {
  if (expected === null || expected === undefined) return null;
  const unseen = expected === nothing ? nothing : handedOver ? HANDED_OVER : NOT_LOOKED;
  return { expected: name(expected), actual: name(actual ?? unseen) };
}

/** The most telling of what it was taken for. */
function toActual(answer: BatchAnswer, names: Names, texts: BatchTexts): string {
  if (answer.problem !== null) return texts.report.problems;
  const found = [
    answer.intent === null ? "" : names.intent(answer.intent),
    answer.faq === null ? "" : names.faq(answer.faq),
  ].filter(Boolean);
  if (answer.handedOver) found.push(texts.report.handedOver);
  return found.join(" · ");
}

function createNames(bundle: Bundle, locale: Locale, { report: t }: BatchTexts): Names {
  const unseen = [
    [HANDED_OVER, t.handedOver],
    [NOT_LOOKED, t.notLooked],
  ] as const;
  const intents = new Map<string, string>([["none", t.none], ["ambiguous", t.ambiguous], ...unseen]);
  const nodes = createNodeNames(bundle, locale);
  for (const { kind, ports } of nodes.nodes) {
    if (kind !== INTENT_KIND) continue;
    for (const { id, name } of ports) if (!intents.has(id)) intents.set(id, name);
  }
  const faqs = new Map<string, string>([["miss", t.miss], ["suggest", t.suggest], ...unseen]);
  for (const [setId, { entries }] of Object.entries(bundle.faqSets)) {
    for (const { id, question } of entries) faqs.set(`${setId}/${id}`, pickText(question, locale, locale));
  }
  return {
    intent: (id) => (id === null ? "" : (intents.get(id) ?? id)),
    faq: (key) => (key === null ? "" : (faqs.get(key) ?? key)),
    node: nodes.nodeName,
  };
}
