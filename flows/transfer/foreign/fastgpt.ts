import type { JsonObject } from "../../kernel/json.ts";
import type { Locale } from "../../kernel/text.ts";
import { addChatFrame, frameTitles, LISTEN, START } from "./chat-frame.ts";
import { convertText } from "./convert-text.ts";
import { toFastgptRule } from "./fastgpt-condition.ts";
import { type ForeignImport, finishDraft } from "./finish-draft.ts";
import { createForeignDraft, type ForeignDraft, toPortId } from "./foreign-draft.ts";
import { addPlaceholder } from "./placeholder.ts";
import { readList, readRecord, readText, readTexts } from "./read-value.ts";
import type { ReasonCode } from "./reasons.ts";

type Fields = { readonly [key: string]: unknown };

type Source = {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly inputs: ReadonlyMap<string, unknown>;
};

type Reading = { readonly draft: ForeignDraft; readonly titles: ReadonlyMap<string, string> };

/** `{{$nodeId.key$}}` and `{{name}}`. */
const REFERENCE = /\{\{\s*\$?([^{}$]{1,200}?)\$?\s*\}\}/g;

const START_TYPE = "workflowStart";
const IGNORED = new Set([
  "userGuide",
  "systemConfig",
  "pluginConfig",
  "comment",
  "emptyNode",
  "globalVariable",
]);

export function isFastgpt(value: Fields): boolean {
  return readList(toWorkflow(value).nodes).some((node) => typeof node.flowNodeType === "string");
}

/** Reads a FastGPT export: the bare workflow, or a template with the workflow in it. */
export function readFastgpt(value: Fields, locale: Locale): ForeignImport {
  const workflow = toWorkflow(value);
  const chat = readRecord(workflow.chatConfig);
  const sources = readList(workflow.nodes)
    .map(toSource)
    .filter(({ type }) => !IGNORED.has(type));
  const draft = createForeignDraft();
  const reading: Reading = { draft, titles: new Map(sources.map(({ id, title }) => [id, title])) };
  for (const variable of readList(chat.variables))
    draft.variable(readText(variable.key), readText(variable.key));

  addChatFrame(draft, { ...readWelcome(reading, readText(chat.welcomeText)), titles: frameTitles[locale] });
  for (const source of sources) addNode(reading, source);
  addWires(reading, sources, readList(workflow.edges));
  return finishDraft(draft, {
    ...{ from: "fastgpt", locale, startId: draft.id(START), tailId: draft.id(LISTEN) },
    name: readText(value.name),
  });
}

const toWorkflow = (value: Fields): Fields =>
  Array.isArray(value.nodes) ? value : readRecord(value.workflow);

function toSource(node: Fields): Source {
  const type = readText(node.flowNodeType);
  return {
    id: readText(node.nodeId),
    type,
    title: readText(node.name) || type,
    inputs: new Map(readList(node.inputs).map((input) => [readText(input.key), input.value])),
  };
}

/** Lines in brackets under the greeting are buttons. */
function readWelcome(reading: Reading, welcome: string) {
  const suggestions = [...welcome.matchAll(/^\s*\[(.{1,100})\]\s*$/gm)].map(([, label = ""]) => label);
  const opening = toTemplate(reading, welcome.replace(/^\s*\[.{1,100}\]\s*$/gm, "").trim());
  return { opening, suggestions };
}

function addWires({ draft }: Reading, sources: readonly Source[], edges: readonly Fields[]): void {
  const byId = new Map(sources.map((source) => [source.id, source]));
  for (const edge of edges) {
    const source = byId.get(readText(edge.source));
    const to = readText(edge.target);
    if (source === undefined || !byId.has(to)) continue;
    const handle = readText(edge.sourceHandle).slice(`${source.id}-source-`.length);
    const isKept =
      source.type === START_TYPE
        ? draft.wire(LISTEN, "else", to)
        : draft.wire(source.id, toPort(source, handle), to);
    if (!isKept) draft.tell(source.title, source.type, "wires");
  }
}

function toPort({ type }: Source, handle: string): string {
  switch (type) {
    case "classifyQuestion":
    case "userSelect":
      return toPortId(handle);
    case "ifElseNode":
      return handle === "ELSE" ? "else" : toPortId(handle);
    case "datasetSearchNode":
      return "hit";
    case "formInput":
      return "submitted";
    default:
      return "next";
  }
}

const READERS: { readonly [type: string]: ((reading: Reading, source: Source) => void) | undefined } = {
  [START_TYPE]: ({ draft }, { title, type }) => draft.tell(title, type),
  answerNode: addAnswer,
  classifyQuestion: addClassifier,
  ifElseNode: addCondition,
  userSelect: addSelect,
  formInput: addForm,
  datasetSearchNode: addKnowledge,
  variableUpdate: addUpdate,
  textEditor: addTextEditor,
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
  if (/chatNode|agent|tools|contentExtract|cfr/i.test(type)) return "model";
  if (/httpRequest|tool|app|plugin|lafModule/i.test(type)) return "http";
  return type === "code" ? "code" : "kind";
}

const NOTED = ["systemPrompt", "description", "content", "code", "system_httpReqUrl", "template"];

function toNote({ type, inputs }: Source): string {
  const own = NOTED.map((key) => readText(inputs.get(key)));
  return [type, ...own].filter((line) => line.trim() !== "").join("\n\n");
}

function addAnswer(reading: Reading, { id, title, type, inputs }: Source): void {
  const text = toValueText(reading, inputs.get("text"));
  reading.draft.add({ id, kind: "message", title, config: { blocks: [{ type: "text", text }] } });
  reading.draft.tell(title, type);
}

function addClassifier({ draft }: Reading, { id, title, type, inputs }: Source): void {
  const intents = readList(inputs.get("agents")).map((agent) => {
    const name = readText(agent.value).slice(0, 500) || readText(agent.key);
    return { id: toPortId(readText(agent.key)), name, examples: [name] };
  });
  draft.add({ id, kind: "intent", title, config: { intents } });
  draft.tell(title, type, "classes");
}

function addCondition(reading: Reading, { id, title, type, inputs }: Source): void {
  let isExact = true;
  const branches = readList(inputs.get("ifElseList")).map((item, index) => {
    const rules = readList(item.list).map((condition) => {
      const rule = toFastgptRule(
        condition,
        (value) => toReference(reading, value),
        (value) => toValueText(reading, value),
      );
      isExact &&= rule.isExact;
      return rule.rule;
    });
    const match = readText(item.condition) === "OR" ? "any" : "all";
    return {
      id: toPortId(index === 0 ? "IF" : `ELSE IF ${index}`),
      when: { type: "rules", groups: [{ match, rules }] },
    };
  });
  reading.draft.add({ id, kind: "condition", title, config: { branches } });
  reading.draft.tell(title, type, isExact ? null : "condition");
}

function addSelect(reading: Reading, { id, title, type, inputs }: Source): void {
  const options = readList(inputs.get("userSelectOptions")).slice(0, 30);
  const question = toTemplate(reading, readText(inputs.get("description")));
  reading.draft.add({
    ...{ id, kind: "choice", title },
    config: {
      question: question === "" ? { "zh-CN": "请选择：", en: "Please choose:" } : question,
      options: options.map((option) => ({
        id: toPortId(readText(option.key)),
        label: readText(option.value) || "…",
      })),
      variable: reading.draft.variable(`${id}.selectResult`, `${title}_selectResult`),
    },
  });
  reading.draft.tell(title, type);
}

function addForm(reading: Reading, { id, title, type, inputs }: Source): void {
  const fields = readList(inputs.get("userInputForms"))
    .slice(0, 20)
    .map((field): JsonObject => {
      const key = readText(field.key);
      const label = readText(field.label) || key;
      return {
        id: toPortId(key),
        label,
        variable: reading.draft.variable(`${id}.${key}`, key),
        type: readText(field.valueType) === "number" ? "number" : "text",
        required: field.required === true,
      };
    });
  reading.draft.add({
    id,
    kind: "form",
    title,
    config: { intro: toTemplate(reading, readText(inputs.get("description"))), fields },
  });
  reading.draft.tell(title, type);
}

function addKnowledge({ draft }: Reading, { id, title, type, inputs }: Source): void {
  const sets = readList(inputs.get("datasets")).map(
    (set) => `knowledge-${toPortId(readText(set.datasetId)).slice(0, 40)}`,
  );
  draft.add({
    id,
    kind: "faq",
    title,
    config: { faqSets: sets.length > 0 ? sets.slice(0, 20) : ["knowledge"] },
  });
  draft.tell(title, type, "knowledge");
}

function addUpdate(reading: Reading, { id, title, type, inputs }: Source): void {
  const assignments = readList(inputs.get("updateList")).map((item): JsonObject => {
    const [owner, literal] = Array.isArray(item.value) ? item.value : ["", ""];
    const value =
      readText(owner) === ""
        ? { type: "template", text: toTemplate(reading, readText(literal)) }
        : { type: "expression", source: toReference(reading, item.value) ?? "null" };
    return {
      variable: toReference(reading, item.variable) ?? reading.draft.variable("unknown", "value"),
      op: "set",
      value,
    };
  });
  reading.draft.add({ id, kind: "set-variable", title, config: { assignments } });
  reading.draft.tell(title, type);
}

function addTextEditor(reading: Reading, { id, title, type, inputs }: Source): void {
  const text = toTemplate(reading, readText(inputs.get("system_textareaInput")));
  const variable = reading.draft.variable(`${id}.system_text`, `${title}_text`);
  reading.draft.add({
    ...{ id, kind: "set-variable", title },
    config: { assignments: [{ variable, op: "set", value: { type: "template", text } }] },
  });
  reading.draft.tell(title, type);
}

/** A value is a text, or a reference to what another node gave out. */
function toValueText(reading: Reading, value: unknown): string {
  const name = toReference(reading, value);
  return name === null ? toTemplate(reading, readText(value)) : `{{ ${name} }}`;
}

function toReference(reading: Reading, value: unknown): string | null {
  const path = readTexts(value);
  return path.length >= 2 ? toVariable(reading, path) : null;
}

function toTemplate(reading: Reading, text: string): string {
  return convertText(text, REFERENCE, ([, path = ""]) => toVariable(reading, path.split(".")));
}

function toVariable({ draft, titles }: Reading, path: readonly string[]): string {
  const [owner = "", ...rest] = path;
  if (rest.length === 0) return draft.variable(owner, owner);
  if (rest.join(".") === "userChatInput") return "message";
  if (owner === "VARIABLE_NODE_ID") return draft.variable(rest.join("."), rest.join("_"));
  return draft.variable(path.join("."), `${titles.get(owner) ?? owner}_${rest.join("_")}`);
}
