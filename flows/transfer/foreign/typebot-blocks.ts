import type { JsonObject } from "../../kernel/json.ts";
import type { NodeKind } from "../../nodes/index.ts";
import { convertText } from "./convert-text.ts";
import { type ForeignDraft, toPortId } from "./foreign-draft.ts";
import { addPlaceholder } from "./placeholder.ts";
import { readList, readRecord, readText } from "./read-value.ts";
import type { ReasonCode } from "./reasons.ts";
import { toCondition } from "./typebot-condition.ts";
import { toPlainText } from "./typebot-text.ts";

export type Block = {
  readonly id: string;
  readonly type: string;
  /** Of its group; blocks have no name of their own. */
  readonly title: string;
  readonly block: { readonly [key: string]: unknown };
};

export type Reading = {
  readonly draft: ForeignDraft;
  /** Our variable by their id, and by their name. */
  readonly names: ReadonlyMap<string, string>;
};

type Made = { readonly kind: NodeKind; readonly config: JsonObject; readonly reason?: ReasonCode };

const QUESTION = { "zh-CN": "请输入：", en: "Please answer:" };
const OPTIONS_MAX = 30;

export function addBlock(reading: Reading, source: Block): void {
  const { draft } = reading;
  const reader = Object.hasOwn(READERS, source.type) ? READERS[source.type] : undefined;
  const made = reader?.(reading, source) ?? null;
  const title = source.title || source.type;
  if (made === null) {
    addPlaceholder(
      draft,
      { id: source.id, title, from: source.type, note: toNote(source) },
      toReason(source.type),
    );
    return;
  }
  draft.add({ id: source.id, kind: made.kind, title, config: made.config });
  draft.tell(title, source.type, made.reason ?? null);
}

/** The exits of a block with their edges; an item without an edge of its own takes the block's. */
export function toExits({
  type,
  block,
}: Block): readonly { readonly port: string; readonly edgeId: string }[] {
  const edgeId = readText(block.outgoingEdgeId);
  const items = readList(block.items).map((item) => ({
    port: toPortId(readText(item.id)),
    edgeId: readText(item.outgoingEdgeId) || (type === "Condition" ? "" : edgeId),
  }));
  switch (type) {
    case "choice input":
    case "picture choice input":
      return readRecord(block.options).isMultipleChoice === true
        ? [{ port: "picked", edgeId }]
        : [...items, { port: "other", edgeId }];
    case "Condition":
      return [...items, { port: "else", edgeId }];
    case "AB test":
      return items;
    case "Jump":
    case "Typebot link":
      return [];
    default:
      return [
        { port: type.endsWith(" input") ? "answered" : "next", edgeId },
        ...(type.endsWith(" input") ? [{ port: "invalid", edgeId }] : []),
      ];
  }
}

const READERS: { readonly [type: string]: ((reading: Reading, source: Block) => Made | null) | undefined } = {
  text: (reading, { block }) =>
    say({ type: "text", text: toTemplate(reading, toPlainText(readRecord(block.content))) }),
  image: (_reading, { block }) => say({ type: "image", url: toUrl(readRecord(block.content).url), alt: "" }),
  video: toLink,
  embed: toLink,
  audio: toLink,
  Redirect: (_reading, { block }) => {
    const url = toUrl(readRecord(block.options).url);
    return url === "" ? null : say({ type: "link", label: url.slice(0, 200), url });
  },
  "text input": (reading, source) => ask(reading, source, "text"),
  "number input": (reading, source) => ask(reading, source, "number"),
  "email input": (reading, source) => ask(reading, source, "email"),
  "phone number input": (reading, source) => ask(reading, source, "phone"),
  "date input": (reading, source) => ask(reading, source, "date"),
  "url input": (reading, source) => ask(reading, source, "text"),
  "file input": (reading, source) => ask(reading, source, "file"),
  "rating input": (reading, source) => ask(reading, source, "number"),
  "choice input": toChoice,
  "picture choice input": toChoice,
  Condition: (reading, { block }) => {
    const { config, isExact } = toCondition(block, reading.names, (text) => toTemplate(reading, text));
    return { kind: "condition", config, ...(isExact ? {} : { reason: "condition" as const }) };
  },
  "Set variable": toAssignment,
  Wait: (_reading, { block }) => ({
    kind: "delay",
    config: {
      durationMs:
        Math.min(Math.max(Number(readRecord(block.options).secondsToWaitFor) || 1, 0), 86_400) * 1_000,
      interruptible: false,
    },
  }),
  Jump: ({ draft }, { block }) => {
    const target = readText(readRecord(block.options).blockId);
    return target === "" ? null : { kind: "jump", config: { target: draft.id(target) } };
  },
  "AB test": (_reading, { block }) => {
    const [a = "a", b = "b"] = readList(block.items).map(({ id }) => toPortId(readText(id)));
    const percent = Math.min(Math.max(Number(readRecord(block.options).aPercent) || 50, 0), 100);
    return {
      kind: "ab-split",
      config: {
        variants: [
          { id: a, label: "A", percent },
          { id: b, label: "B", percent: 100 - percent },
        ],
      },
    };
  },
};

function say(block: JsonObject): Made {
  return { kind: "message", config: { blocks: [block] } };
}

function toLink(_reading: Reading, { block }: Block): Made | null {
  const url = toUrl(readRecord(block.content).url);
  return url === "" ? null : say({ type: "link", label: url.slice(0, 200), url });
}

/** Only addresses that a customer may be sent to; `javascript:` and the like count as none. */
function toUrl(value: unknown): string {
  const url = readText(value);
  return /^https?:\/\//i.test(url) && !url.includes("{{") ? url.slice(0, 2_000) : "";
}

function ask({ names }: Reading, { block }: Block, type: string): Made {
  const options = readRecord(block.options);
  const labels = readRecord(options.labels);
  const variable = names.get(readText(options.variableId));
  return {
    kind: "ask",
    config: {
      question: readText(labels.placeholder) || QUESTION,
      type,
      ...(variable === undefined ? {} : { variable }),
      ...(readText(options.retryMessageContent) === ""
        ? {}
        : { hint: readText(options.retryMessageContent).replaceAll("{{", "\\{{") }),
    },
  };
}

function toChoice(reading: Reading, { block }: Block): Made {
  const options = readRecord(block.options);
  const variable = reading.names.get(readText(options.variableId));
  const items = readList(block.items).slice(0, OPTIONS_MAX);
  return {
    kind: "choice",
    config: {
      question: { "zh-CN": "请选择：", en: "Please choose:" },
      options: items.map((item) => ({
        id: toPortId(readText(item.id)),
        label: toTemplate(reading, readText(item.content) || readText(item.title) || "…"),
      })),
      multiple: options.isMultipleChoice === true,
      ...(variable === undefined ? {} : { variable }),
    },
  };
}

/** Plain values and other variables come over; anything that would have to be run does not. */
function toAssignment(reading: Reading, { block }: Block): Made | null {
  const options = readRecord(block.options);
  const variable = reading.names.get(readText(options.variableId));
  const source = readText(options.expressionToEvaluate);
  if (variable === undefined) return null;
  const isCode = options.isCode === true || /[()=;`]|=>|\bnew\b/.test(source.replace(/\{\{[^{}]*\}\}/g, ""));
  if (isCode || (readText(options.type) !== "" && readText(options.type) !== "Custom")) return null;
  const value = { type: "template", text: toTemplate(reading, source) };
  return { kind: "set-variable", config: { assignments: [{ variable, op: "set", value }] } };
}

function toTemplate({ names }: Reading, text: string): string {
  return convertText(text, /\{\{\s*([^{}]{1,200}?)\s*\}\}/g, ([, name = ""]) => names.get(name) ?? null);
}

function toReason(type: string): ReasonCode {
  if (/openai|anthropic|mistral|groq|ai$/i.test(type)) return "model";
  if (/webhook|http|sheets|zapier|make|pabbly|email|pixel/i.test(type)) return "http";
  return type === "Code" || type === "Set variable" ? "code" : "kind";
}

function toNote({ type, block }: Block): string {
  const options = readRecord(block.options);
  const own = [options.content, options.expressionToEvaluate, options.url, options.task, options.body].map(
    readText,
  );
  const messages = readList(options.messages).map(({ content }) => readText(content));
  return [type, ...own, ...messages].filter((line) => line.trim() !== "").join("\n\n");
}
