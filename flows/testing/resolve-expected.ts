import type { Bundle, Flow } from "../kernel/flow.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import type { Text } from "../kernel/text.ts";
import type { BatchRow, Expectation } from "./batch.ts";

/** The expectations of a row as ids; null is not expected. */
export type Expected = {
  readonly intent: string | null;
  /** `set/entry`, or `miss`. */
  readonly faq: string | null;
  /** `flow/node`; several nodes may bear one title. */
  readonly nodes: readonly string[] | null;
  readonly text: string | null;
};

export type Resolution =
  | { readonly ok: true; readonly expected: Expected }
  /** Names that the flow does not know. */
  | { readonly ok: false; readonly unknown: readonly Expectation[] };

const INTENT_KIND = "intent";

/** How spreadsheets say that nothing should match. */
const NONE_WORDS = ["none", "miss", "无", "未命中", "未识别", "no match"];
const AMBIGUOUS_WORDS = ["ambiguous", "不确定"];

/** Reads names as people write them: an id, a name or a question in either language, whatever its case. */
export function createResolver(bundle: Bundle): (row: BatchRow) => Resolution {
  const names = indexNames(bundle);
  const find = (known: ReadonlyMap<string, readonly string[]>, name: string | undefined) =>
    name === undefined ? null : (known.get(toKey(name)) ?? []);

  return (row) => {
    const intent = find(names.intents, row.intent);
    const faq = find(names.faqs, row.faq);
    const nodes = find(names.nodes, row.node);
    const unknown = Object.entries({ intent, faq, node: nodes }).flatMap(([column, found]) =>
      found?.length === 0 ? [column] : [],
    );
    // as: keys of the object above.
    if (unknown.length > 0) return { ok: false, unknown: unknown as Expectation[] };
    return {
      ok: true,
      expected: { intent: intent?.[0] ?? null, faq: faq?.[0] ?? null, nodes, text: row.text ?? null },
    };
  };
}

type Index = Map<string, string[]>;

function indexNames(bundle: Bundle) {
  const intents: Index = new Map();
  const faqs: Index = new Map();
  const nodes: Index = new Map();
  for (const word of NONE_WORDS) {
    add(intents, word, "none");
    add(faqs, word, "miss");
  }
  for (const word of AMBIGUOUS_WORDS) add(intents, word, "ambiguous");
  addFlow({ intents, nodes }, MAIN_FLOW_ID, bundle.flow);
  for (const [flowId, flow] of Object.entries(bundle.subflows)) addFlow({ intents, nodes }, flowId, flow);
  for (const [setId, { entries }] of Object.entries(bundle.faqSets)) {
    for (const { id, question } of entries) {
      for (const name of [id, `${setId}/${id}`, ...toNames(question)]) add(faqs, name, `${setId}/${id}`);
    }
  }
  return { intents, faqs, nodes };
}

type FlowIndex = { readonly intents: Index; readonly nodes: Index };

function addFlow({ intents, nodes }: FlowIndex, flowId: string, flow: Flow): void {
  for (const node of flow.nodes) {
    add(nodes, node.id, `${flowId}/${node.id}`);
    if (node.title !== undefined) add(nodes, node.title, `${flowId}/${node.id}`);
    if (node.kind === INTENT_KIND) addIntents(intents, node.config.intents);
  }
}

function addIntents(index: Index, raw: unknown): void {
  for (const intent of Array.isArray(raw) ? raw : []) {
    const { id, name } = typeof intent === "object" && intent !== null ? intent : {};
    if (typeof id !== "string") continue;
    for (const known of [id, ...toNames(name)]) add(index, known, id);
  }
}

/** A broken config is reported by the checks; here it only has no names. */
function toNames(text: Text | unknown): readonly string[] {
  if (typeof text === "string") return [text];
  if (typeof text !== "object" || text === null) return [];
  return Object.values(text).filter((value) => typeof value === "string");
}

function add(index: Index, name: string, id: string): void {
  const key = toKey(name);
  const known = index.get(key);
  if (known === undefined) index.set(key, [id]);
  else if (!known.includes(id)) known.push(id);
}

const toKey = (name: string): string => name.normalize("NFKC").trim().toLowerCase();
