import { z } from "zod";
import { defineNode, type NodeDefinition } from "./define-node.ts";
import type { Executor, NodeEffect, Outcome } from "./executor.ts";
import { jsonSchema } from "./json.ts";
import type { NodeRegistry } from "./registry.ts";

/**
 * Kinds as small as they can be, one for each outcome that the kernel knows, so that its tests do not lean on shipped kinds.
 * `probe` returns whatever outcome its config holds; the others behave like the shipped kinds they are named after.
 */

const TEXTS = { title: "Test", description: "", ports: {}, fields: {} };

type KindPromise<Schema extends z.ZodType> = Partial<NodeDefinition<Schema>> &
  Pick<NodeDefinition<Schema>, "config" | "ports">;

function kind<Schema extends z.ZodType>(
  promise: KindPromise<Schema>,
  executor: Executor<z.output<Schema>>,
): NodeRegistry[string] {
  const definition = defineNode<Schema>({
    version: 1,
    family: "logic",
    icon: "circle",
    mode: "inline",
    // Tests draw their nodes with a config; nothing asks these kinds for a fresh one.
    defaults: () => {
      throw new Error("a test kind has no defaults");
    },
    form: [],
    messages: { "zh-CN": TEXTS, en: TEXTS },
    ...promise,
  });
  return { definition, executor };
}

const says = (text: string): NodeEffect => ({ type: "say", parts: [{ type: "text", text }], origin: "flow" });
const next = () => [{ id: "next" }];

const startConfig = z.strictObject({ opening: z.string().default("") });
const start = kind(
  { config: startConfig, ports: next, family: "entry" },
  {
    enter: ({ opening }, { message, text }) => ({
      type: "leave",
      port: "next",
      effects: message === null ? [says(text(opening))] : [],
    }),
  },
);

const sayConfig = z.strictObject({ text: z.string(), options: z.array(z.string()).default([]) });
const sayKind = kind(
  {
    config: sayConfig,
    ports: next,
    family: "talk",
    optionalPorts: ["next"],
    references: ({ text }) => [{ type: "template", source: text, path: "text" }],
  },
  {
    enter: ({ text, options }, context) => ({
      type: "leave",
      port: "next",
      effects: [
        {
          type: "say",
          origin: "flow",
          parts: [
            { type: "text", text: context.text(text) },
            { type: "choices", multiple: false, options: options.map((label) => ({ id: label, label })) },
          ],
        },
      ],
    }),
  },
);

const askConfig = z.strictObject({
  question: z.string(),
  saveTo: z.string(),
  digits: z.boolean().default(false),
  options: z.array(z.string()).default([]),
  timeoutMs: z.int().optional(),
});
type AskConfig = z.output<typeof askConfig>;

function promptOf({ question, options }: AskConfig, text: (source: string) => string): NodeEffect {
  return {
    type: "say",
    origin: "flow",
    parts: [
      { type: "text", text: text(question) },
      { type: "choices", multiple: false, options: options.map((label) => ({ id: label, label })) },
    ],
  };
}

const ask = kind(
  {
    config: askConfig,
    ports: ({ timeoutMs }) => [{ id: "answered" }, ...(timeoutMs === undefined ? [] : [{ id: "timeout" }])],
    optionalPorts: ["timeout"],
    family: "talk",
    mode: "waits",
    references: ({ question, saveTo }) => [
      { type: "template", source: question, path: "question" },
      { type: "variable", name: saveTo, path: "saveTo", access: "write" },
    ],
  },
  {
    enter: (config, { text }) => ({
      type: "listen",
      state: 0,
      effects: [promptOf(config, text)],
      ...timeoutOf(config),
    }),
    resume: (config, event) => {
      if (event.type === "timer-fired") return { type: "leave", port: "timeout" };
      if (event.type !== "message-received") return { type: "fail", code: "unexpected", message: event.type };
      const answer = event.message.text;
      if (config.digits && !/^\d+$/.test(answer)) {
        const tries = Number(event.state) + 1;
        return {
          type: "listen",
          state: tries,
          rejected: true,
          effects: [says("请输入数字。")],
          ...timeoutOf(config),
        };
      }
      return { type: "leave", port: "answered", set: { [config.saveTo]: answer }, input: answer };
    },
    prompt: (config, _state, { text }) => [promptOf(config, text)],
  },
);

function timeoutOf({ timeoutMs }: AskConfig): { timeoutMs?: number } {
  return timeoutMs === undefined ? {} : { timeoutMs };
}

const pairConfig = z.strictObject({ first: z.string(), second: z.string() });
/** Two questions in one node, as a form has them. */
const pair = kind(
  { config: pairConfig, ports: next, family: "talk", mode: "waits" },
  {
    enter: ({ first }) => ({ type: "listen", state: 0, effects: [says(first)] }),
    resume: ({ second }, event): Outcome => {
      const answer = event.type === "message-received" ? event.message.text : "";
      return event.state === 0
        ? { type: "listen", state: 1, set: { first: answer }, effects: [says(second)] }
        : { type: "leave", port: "next", set: { second: answer } };
    },
    prompt: ({ first, second }, state) => [says(state === 0 ? first : second)],
  },
);

const heedConfig = z.strictObject({ words: z.array(z.string()).default([]) });
type HeedConfig = z.output<typeof heedConfig>;

function heedWords({ words }: HeedConfig, text: string): Outcome {
  const found = words.find((word) => text.includes(word));
  return found === undefined
    ? { type: "leave", port: "else", understood: "miss", input: text }
    : { type: "leave", port: found, understood: "hit", input: text };
}

/** Understands words, as intent and keyword do: at once when a message is at hand, else when one comes. */
const heed = kind(
  {
    config: heedConfig,
    ports: (config) => [...config.words.map((id) => ({ id })), { id: "else" }],
    optionalPorts: ["else"],
    family: "understand",
    mode: "waits",
  },
  {
    enter: (config, { message }) =>
      message === null ? { type: "listen", state: null } : heedWords(config, message.text),
    resume: (config, event) =>
      event.type === "message-received"
        ? heedWords(config, event.message.text)
        : { type: "fail", code: "unexpected", message: event.type },
  },
);

const faqConfig = z.strictObject({ faqSets: z.array(z.string()) });
const faq = kind(
  { config: faqConfig, ports: () => [{ id: "hit" }, { id: "miss" }], family: "knowledge", mode: "waits" },
  {
    enter: ({ faqSets }, { message }) =>
      message === null
        ? { type: "listen", state: null }
        : {
            type: "call",
            state: null,
            request: { mode: "inline", name: "match-faq", input: { faqSets, text: message.text } },
          },
    resume: ({ faqSets }, event) => {
      if (event.type === "message-received") {
        const input = { faqSets, text: event.message.text };
        return { type: "call", state: null, request: { mode: "inline", name: "match-faq", input } };
      }
      const value = event.type === "call-succeeded" ? event.value : null;
      return value !== null && typeof value === "object" && "outcome" in value && value.outcome === "sure"
        ? { type: "leave", port: "hit", understood: "hit", output: value, effects: [says("答案")] }
        : { type: "leave", port: "miss", understood: "miss" };
    },
  },
);

const jobConfig = z.strictObject({ name: z.string(), saveTo: z.string().optional() });
/** A queued call, as LLM and HTTP will make. */
const job = kind(
  { config: jobConfig, ports: next, family: "connect", mode: "queued" },
  {
    enter: ({ name }, { vars }) => ({
      type: "call",
      state: "asked",
      request: { mode: "queued", name, input: { vars } },
    }),
    resume: ({ saveTo }, event) => {
      if (event.type === "call-failed") return { type: "fail", ...event.error };
      if (event.type !== "call-succeeded") return { type: "fail", code: "unexpected", message: event.type };
      return { type: "leave", port: "next", set: saveTo === undefined ? {} : { [saveTo]: event.value } };
    },
  },
);

const sleepConfig = z.strictObject({ ms: z.int(), interruptible: z.boolean().default(false) });
const sleep = kind(
  {
    config: sleepConfig,
    ports: () => [{ id: "next" }, { id: "interrupted" }],
    optionalPorts: ["interrupted"],
    mode: "waits",
  },
  {
    enter: ({ ms, interruptible }, { now }) => ({
      type: "sleep",
      untilMs: now + ms,
      state: null,
      interruptible,
    }),
    resume: (_config, event) => ({
      type: "leave",
      port: event.type === "timer-fired" ? "next" : "interrupted",
    }),
  },
);

const subflowConfig = z.strictObject({
  flowId: z.string(),
  vars: z.record(z.string(), jsonSchema).default({}),
});
const subflow = kind(
  {
    config: subflowConfig,
    ports: () => [{ id: "done" }, { id: "other" }],
    optionalPorts: ["other"],
    references: ({ flowId }) => [{ type: "flow", flowId, path: "flowId" }],
  },
  {
    enter: ({ flowId, vars }) => ({ type: "enter-subflow", flowId, vars }),
    resume: (_config, event) =>
      event.type === "subflow-ended"
        ? {
            type: "leave",
            port: event.resolution === "done" ? "done" : "other",
            set: { returned: event.vars.result ?? null },
          }
        : { type: "fail", code: "unexpected", message: event.type },
  },
);

const setConfig = z.strictObject({ name: z.string(), expression: z.string() });
const set = kind(
  {
    config: setConfig,
    ports: next,
    references: ({ name, expression }) => [
      { type: "variable", name, path: "name", access: "write" },
      { type: "expression", source: expression, path: "expression" },
    ],
  },
  {
    enter: ({ name, expression }, { evaluate }) => ({
      type: "leave",
      port: "next",
      set: { [name]: evaluate(expression) },
      output: evaluate(expression),
    }),
  },
);

const ifConfig = z.strictObject({ test: z.string() });
const test = kind(
  { config: ifConfig, ports: () => [{ id: "yes" }, { id: "no" }] },
  {
    enter: ({ test: source }, { evaluate }) => ({
      type: "leave",
      port: evaluate(source) === true ? "yes" : "no",
    }),
  },
);

const endConfig = z.strictObject({
  resolution: z.string().default("done"),
  keepOpen: z.boolean().default(false),
});
const end = kind(
  { config: endConfig, ports: () => [] },
  { enter: (config) => ({ type: "end", askRating: false, ...config }) },
);

/** Leaves by chance, as far as there is any. */
const dice = kind(
  { config: z.strictObject({}), ports: () => [{ id: "a" }, { id: "b" }] },
  {
    enter: (_config, { random, now }) => ({
      type: "leave",
      port: random() < 0.5 ? "a" : "b",
      output: [random(), now],
    }),
  },
);

const jumpConfig = z.strictObject({ nodeId: z.string() });
const jump = kind(
  {
    config: jumpConfig,
    ports: () => [],
    references: ({ nodeId }) => [{ type: "node", nodeId, path: "nodeId" }],
  },
  { enter: ({ nodeId }) => ({ type: "jump", nodeId }) },
);

const brokenConfig = z.strictObject({ how: z.enum(["throw", "fail"]) });
const broken = kind(
  { config: brokenConfig, ports: next },
  {
    enter: ({ how }) => {
      if (how === "throw") throw new Error("secret detail");
      return { type: "fail", code: "refused", message: "no" };
    },
  },
);

const anyOutcome = z.strictObject({ outcome: jsonSchema, resumed: jsonSchema.optional() });
/** Says `outcome` on entering, and `resumed` when something comes back. */
const probe = kind(
  {
    config: anyOutcome,
    ports: () => [{ id: "next" }, { id: "other" }],
    optionalPorts: ["other"],
    mode: "waits",
  },
  {
    // The test writes the outcome down as JSON, exactly as the kernel will take it.
    enter: ({ outcome }) => outcome as Outcome,
    resume: ({ resumed }) => (resumed === undefined ? { type: "leave", port: "next" } : toOutcome(resumed)),
  },
);

function toOutcome(json: unknown): Outcome {
  // See `probe`.
  return json as Outcome;
}

export const TEST_KINDS = {
  start,
  say: sayKind,
  ask,
  pair,
  heed,
  faq,
  job,
  sleep,
  subflow,
  set,
  test,
  end,
  jump,
  dice,
  broken,
  probe,
} satisfies NodeRegistry;
