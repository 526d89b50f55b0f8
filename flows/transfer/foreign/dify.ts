import type { JsonObject } from "../../kernel/json.ts";
import type { Locale } from "../../kernel/text.ts";
import { addChatFrame, frameTitles, LISTEN, START } from "./chat-frame.ts";
import { convertText } from "./convert-text.ts";
import { toRule } from "./dify-condition.ts";
import { type ForeignImport, finishDraft } from "./finish-draft.ts";
import { createForeignDraft, type ForeignDraft, toPortId } from "./foreign-draft.ts";
import { addPlaceholder } from "./placeholder.ts";
import { readList, readRecord, readText, readTexts } from "./read-value.ts";
import type { ReasonCode } from "./reasons.ts";

type Source = {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly data: { readonly [key: string]: unknown };
};

type Reading = { readonly draft: ForeignDraft; readonly titles: ReadonlyMap<string, string> };

/** `{{#sys.query#}}`, `{{#1754336720803.text#}}`, `{{#conversation.name#}}`. */
const REFERENCE = /\{\{#([^#{}]{1,300})#\}\}/g;

const IGNORED = new Set(["custom-note", "iteration-start", "loop-start"]);

export function isDify(value: { readonly [key: string]: unknown }): boolean {
  return value.kind === "app" && ("workflow" in value || "model_config" in value);
}

/** Reads a Dify export (its YAML already made data): chatflows, workflows, and plain chat apps. */
export function readDify(value: { readonly [key: string]: unknown }, locale: Locale): ForeignImport {
  const workflow = readRecord(value.workflow);
  const model = readRecord(value.model_config);
  const graph = readRecord(workflow.graph);
  const sources = readList(graph.nodes)
    .map(toSource)
    .filter(({ type }) => !IGNORED.has(type));
  const draft = createForeignDraft();
  const reading: Reading = { draft, titles: new Map(sources.map(({ id, title }) => [id, title])) };
  const features = readRecord(workflow.features);

  addChatFrame(draft, {
    opening: toTemplate(reading, readText(features.opening_statement) || readText(model.opening_statement)),
    suggestions: readTexts(features.suggested_questions ?? model.suggested_questions),
    titles: frameTitles[locale],
  });
  for (const variable of readList(workflow.conversation_variables))
    toVariable(reading, ["conversation", readText(variable.name)], variable.value);
  if (sources.length === 0 && Object.keys(model).length > 0) {
    const source = {
      id: "chat",
      type: "llm",
      title: "LLM",
      data: { prompt_template: [{ text: readText(model.pre_prompt) }] },
    };
    addNode(reading, source);
    draft.wire(LISTEN, "else", "chat");
  }
  for (const source of sources) addNode(reading, source);
  addWires(reading, sources, readList(graph.edges));
  return finishDraft(draft, {
    ...{ from: "dify", locale, startId: draft.id(START), tailId: draft.id(LISTEN) },
    name: readText(readRecord(value.app).name),
  });
}

function toSource(node: { readonly [key: string]: unknown }): Source {
  const data = readRecord(node.data);
  const type = readText(data.type) || readText(node.type);
  return { id: readText(node.id), type, title: readText(data.title) || type, data };
}

function addWires(
  { draft }: Reading,
  sources: readonly Source[],
  edges: readonly { readonly [key: string]: unknown }[],
): void {
  const types = new Map(sources.map(({ id, type }) => [id, type]));
  for (const edge of edges) {
    const from = readText(edge.source);
    const to = readText(edge.target);
    const type = types.get(from);
    if (type === undefined || !types.has(to)) continue;
    const isKept =
      type === "start"
        ? draft.wire(LISTEN, "else", to)
        : draft.wire(from, toPort(type, readText(edge.sourceHandle)), to);
    if (!isKept) draft.tell(sources.find(({ id }) => id === from)?.title ?? from, type, "wires");
  }
}

function toPort(type: string, handle: string): string {
  switch (type) {
    case "if-else":
      return handle === "false" ? "else" : toPortId(handle);
    case "question-classifier":
      return toPortId(handle);
    case "knowledge-retrieval":
      return "hit";
    default:
      return "next";
  }
}

const READERS: { readonly [type: string]: ((reading: Reading, source: Source) => void) | undefined } = {
  start: addInputs,
  answer: addAnswer,
  end: addEnd,
  "if-else": addCondition,
  "question-classifier": addClassifier,
  "knowledge-retrieval": addKnowledge,
  "template-transform": addTemplate,
  assigner: addAssigner,
  "variable-assigner": addAggregator,
  "variable-aggregator": addAggregator,
};

function addNode(reading: Reading, source: Source): void {
  const reader = Object.hasOwn(READERS, source.type) ? READERS[source.type] : undefined;
  if (reader) reader(reading, source);
  else
    addPlaceholder(
      reading.draft,
      { ...source, from: source.type, note: toNote(source) },
      toReason(source.type),
    );
}

function toReason(type: string): ReasonCode {
  if (type === "llm" || type === "agent" || type === "parameter-extractor") return "model";
  if (type === "http-request" || type === "tool") return "http";
  return type === "code" ? "code" : "kind";
}

/** What the author wrote: prompts first. Settings of models and keys are of no use here. */
function toNote({ type, data }: Source): string {
  const prompts = readList(data.prompt_template).map(({ text }) => readText(text));
  const own = [
    ...prompts,
    readText(data.instruction),
    readText(data.code),
    readText(data.url),
    readText(data.desc),
  ];
  return [type, ...own].filter((line) => line.trim() !== "").join("\n\n");
}

function addInputs({ draft }: Reading, { id, title, data }: Source): void {
  const inputs = readList(data.variables);
  for (const input of inputs) {
    const name = readText(input.variable);
    draft.variable(`${id}.${name}`, name);
  }
  draft.tell(title, "start", inputs.length > 0 ? "inputs" : null);
}

function addAnswer(reading: Reading, { id, title, data }: Source): void {
  const text = toTemplate(reading, readText(data.answer));
  reading.draft.add({ id, kind: "message", title, config: { blocks: [{ type: "text", text }] } });
  reading.draft.tell(title, "answer");
}

function addEnd({ draft }: Reading, { id, title }: Source): void {
  draft.add({ id, kind: "end", title, config: { keepOpen: true } });
  draft.tell(title, "end");
}

function addCondition(reading: Reading, { id, title, data }: Source): void {
  // Before there were several cases, the conditions stood in the node itself.
  const cases = readList(data.cases);
  const all = cases.length > 0 ? cases : [{ ...data, case_id: "true" }];
  let isExact = true;
  const branches = all.map((item) => {
    const rules = readList(item.conditions).map((condition) => {
      const rule = toRule(
        condition,
        (selector) => toVariable(reading, selector),
        (text) => toTemplate(reading, text),
      );
      isExact &&= rule.isExact;
      return rule.rule;
    });
    const match = readText(item.logical_operator) === "or" ? "any" : "all";
    return { id: toPortId(readText(item.case_id)), when: { type: "rules", groups: [{ match, rules }] } };
  });
  reading.draft.add({ id, kind: "condition", title, config: { branches } });
  reading.draft.tell(title, "if-else", isExact ? null : "condition");
}

function addClassifier({ draft }: Reading, { id, title, data }: Source): void {
  const intents = readList(data.classes).map((item) => {
    const name = readText(item.name).slice(0, 500) || readText(item.id);
    return { id: toPortId(readText(item.id)), name, examples: [name] };
  });
  draft.add({ id, kind: "intent", title, config: { intents } });
  draft.tell(title, "question-classifier", "classes");
}

function addKnowledge({ draft }: Reading, { id, title, data }: Source): void {
  const sets = readTexts(data.dataset_ids).map((set) => `knowledge-${toPortId(set).slice(0, 40)}`);
  const config = { faqSets: sets.length > 0 ? sets.slice(0, 20) : ["knowledge"], reply: true };
  draft.add({ id, kind: "faq", title, config });
  draft.tell(title, "knowledge-retrieval", "knowledge");
}

function addTemplate(reading: Reading, { id, title, data }: Source): void {
  const inputs = new Map(
    readList(data.variables).map((input) => [readText(input.variable), readTexts(input.value_selector)]),
  );
  const text = convertText(
    readText(data.template),
    /\{\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*\}\}/gu,
    ([, name = ""]) => {
      const selector = inputs.get(name);
      return selector === undefined ? null : toVariable(reading, selector);
    },
  );
  const variable = toVariable(reading, [id, "output"]);
  reading.draft.add({
    ...{ id, kind: "set-variable", title },
    config: { assignments: [{ variable, op: "set", value: { type: "template", text } }] },
  });
  reading.draft.tell(title, "template-transform", /\{%/.test(readText(data.template)) ? "expression" : null);
}

const OPERATIONS: { readonly [name: string]: "set" | "append" | "inc" | "clear" | undefined } = {
  "over-write": "set",
  overwrite: "set",
  set: "set",
  append: "append",
  clear: "clear",
  "+=": "inc",
};

function addAssigner(reading: Reading, { id, title, data }: Source): void {
  const items = readList(data.items);
  const all =
    items.length > 0
      ? items
      : [
          {
            ...data,
            variable_selector: data.assigned_variable_selector,
            value: data.input_variable_selector,
            input_type: "variable",
            operation: data.write_mode,
          },
        ];
  let isExact = true;
  const assignments = all.map((item): JsonObject => {
    const op = OPERATIONS[readText(item.operation)];
    isExact &&= op !== undefined;
    const selector = readTexts(item.value);
    const value =
      readText(item.input_type) === "variable" && selector.length > 0
        ? { type: "expression", source: toVariable(reading, selector) }
        : { type: "literal", value: readText(item.value) };
    return { variable: toVariable(reading, readTexts(item.variable_selector)), op: op ?? "set", value };
  });
  reading.draft.add({ id, kind: "set-variable", title, config: { assignments } });
  reading.draft.tell(title, "assigner", isExact ? null : "expression");
}

/** Takes the first of several values that is there, as the other builder does. */
function addAggregator(reading: Reading, { id, title, data }: Source): void {
  const selectors = Array.isArray(data.variables)
    ? data.variables.map(readTexts).filter((path) => path.length > 0)
    : [];
  const source = selectors
    .map((selector) => toVariable(reading, selector))
    .reduceRight((otherwise, name) => `default(${name}, ${otherwise})`, "null");
  const variable = toVariable(reading, [id, "output"]);
  reading.draft.add({
    ...{ id, kind: "set-variable", title },
    config: { assignments: [{ variable, op: "set", value: { type: "expression", source } }] },
  });
  reading.draft.tell(title, "variable-aggregator");
}

function toTemplate(reading: Reading, text: string): string {
  return convertText(text, REFERENCE, ([, path = ""]) => toVariable(reading, path.split(".")));
}

/** What the customer just said is built in; what a node gave out becomes a variable that is named after that node. */
function toVariable({ draft, titles }: Reading, selector: readonly string[], value?: unknown): string {
  const [owner = "", ...rest] = selector;
  const name = rest.join("_");
  if (owner === "sys" && name === "query") return "message";
  const label = owner === "conversation" || owner === "env" ? name : `${titles.get(owner) ?? owner}_${name}`;
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return draft.variable(selector.join("."), label, isPlain && value !== "" ? value : null);
}
