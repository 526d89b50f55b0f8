import { z } from "zod";
import { defineNode, type NodeDefinition } from "#flows/kernel/define-node.ts";
import type { Executor, Outcome } from "#flows/kernel/executor.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import type { JsonObject } from "#flows/kernel/json.ts";
import type { NodeRegistry } from "#flows/kernel/registry.ts";
import type { QueuedTask } from "#server/runtime/contract.ts";

/** Node kinds that only tests know: small ones that show each thing that a runtime must survive. */

const empty = z.strictObject({});

const texts = (title: string) => ({
  title,
  description: title,
  ports: { next: "next", failed: "failed" },
  fields: {},
});

export function kind(
  mode: NodeDefinition["mode"],
  executor: Executor<unknown>,
  family: NodeDefinition["family"] = "logic",
): NodeRegistry[string] {
  return {
    definition: defineNode({
      version: 1,
      family,
      icon: "flask-conical",
      mode,
      config: empty,
      defaults: () => ({}),
      ports: () => [{ id: "next" }, { id: "failed" }],
      optionalPorts: ["failed"],
      form: [],
      messages: { "zh-CN": texts("测试"), en: texts("Test") },
    }),
    executor,
  };
}

/** What no commit can write, whatever runs it: as an engine bug would. as: the type forbids just this. */
const UNWRITABLE = 1n as unknown as number;

export const say = (text: string) =>
  ({ type: "say", parts: [{ type: "text", text }], origin: "flow" }) as const;

/** Says `n: text` and listens again; `n` counts the messages of the talk, so a lost or doubled turn shows. */
const counter: Executor<unknown> = {
  enter: (_config, { message, vars }) =>
    message === null ? { type: "listen", state: 0 } : count(message.text, vars),
  resume: (_config, event, { vars }) =>
    event.type === "message-received" ? count(event.message.text, vars) : { type: "leave", port: "next" },
};

function count(text: string, vars: JsonObject): Outcome {
  if (text === "poison") return { type: "listen", state: UNWRITABLE };
  if (text === "boom") throw new Error("the node broke");
  if (text === "bye") return { type: "end", resolution: "done", keepOpen: false, askRating: true };
  if (text.startsWith("task")) return { type: "leave", port: "next", set: { asked: text } };
  const next = Number(vars.count ?? 0) + 1;
  return { type: "listen", state: next, effects: [say(`${next}: ${text}`)], set: { count: next } };
}

/** Hands what was asked to the queue and says what came back. */
const task: Executor<unknown> = {
  enter: (_config, { vars }) => ({
    type: "call",
    request: { mode: "queued", name: "test-task", input: { text: String(vars.asked ?? "") } },
    state: null,
  }),
  resume: (_config, event) =>
    event.type === "call-succeeded"
      ? { type: "leave", port: "next", effects: [say(`done: ${JSON.stringify(event.value)}`)] }
      : {
          type: "leave",
          port: "failed",
          effects: [say(`failed: ${event.type === "call-failed" ? event.error.code : event.type}`)],
        },
};

/** Sleeps for a moment, then speaks by itself. */
const nap: Executor<unknown> = {
  enter: (_config, { now }) => ({ type: "sleep", untilMs: now + 50, state: null, interruptible: false }),
  resume: () => ({ type: "leave", port: "next", effects: [say("awake")] }),
};

const start: Executor<unknown> = {
  enter: (_config, { message }) =>
    message === null
      ? { type: "leave", port: "next", effects: [say("hello")] }
      : { type: "leave", port: "next" },
};

export const testRegistry: NodeRegistry = {
  start: kind("inline", start),
  counter: kind("waits", counter, "understand"),
  task: kind("queued", task),
  nap: kind("waits", nap),
};

const node = (id: string, kindName = id) => ({
  id,
  kind: kindName,
  version: 1,
  position: { x: 0, y: 0 },
  config: {},
});

/** start -> counter; "task ..." goes through the queue and back to the counter. */
export const testBundle: Bundle = bundleSchema.parse({
  flow: {
    schema: 1,
    nodes: [node("start"), node("counter"), node("task")],
    edges: [
      { id: "e1", from: "start", port: "next", to: "counter" },
      { id: "e2", from: "counter", port: "next", to: "task" },
      { id: "e3", from: "task", port: "next", to: "counter" },
      { id: "e4", from: "task", port: "failed", to: "counter" },
    ],
    variables: [
      { name: "count", type: "number", default: 0 },
      { name: "asked", type: "text", default: "" },
    ],
    settings: { language: "en" },
  },
});

/** start -> nap -> counter: the bot speaks by itself after a moment. */
export const napBundle: Bundle = bundleSchema.parse({
  flow: {
    schema: 1,
    nodes: [node("start"), node("nap"), node("counter")],
    edges: [
      { id: "e1", from: "start", port: "next", to: "nap" },
      { id: "e2", from: "nap", port: "next", to: "counter" },
    ],
    variables: [{ name: "count", type: "number", default: 0 }],
    settings: { language: "en" },
  },
});

/** A queued task whose runs are counted and whose end the test decides. */
export function createTestTask(perform: QueuedTask["perform"]): {
  readonly task: QueuedTask;
  readonly runs: () => number;
} {
  let runs = 0;
  return {
    task: {
      name: "test-task",
      perform: (input, context) => {
        runs += 1;
        return perform(input, context);
      },
    },
    runs: () => runs,
  };
}
