import type { Executor, Outcome } from "#flows/kernel/executor.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import type { JsonObject } from "#flows/kernel/json.ts";
import type { NodeRegistry } from "#flows/kernel/registry.ts";
import { kind, say, testRegistry } from "../../support/test-kinds.ts";

/**
 * A flow whose customer decides what happens next, by the first word: `task` asks the queue, `nap` lets the bot sleep, `ask` is asked
 * again after a moment of silence, `tag` marks the contact, `bye` ends the talk. Whatever it is, the bot repeats the text once.
 */

const NAP_MS = 40;
const SILENCE_MS = 40;

const listener: Executor<unknown> = {
  enter: (_config, { message, vars }) =>
    message === null ? { type: "listen", state: 0 } : hear(message.text, vars),
  resume: (_config, event, { vars }) =>
    event.type === "message-received"
      ? hear(event.message.text, vars)
      : { type: "listen", state: 0, effects: [say("still there?")] },
};

function hear(text: string, vars: JsonObject): Outcome {
  const [word] = text.split(" ");
  if (word === "task") return { type: "leave", port: "next", set: { asked: text } };
  if (word === "nap") return { type: "leave", port: "failed", set: { asked: text } };
  const count = Number(vars.count ?? 0) + 1;
  const echo = say(`${count}: ${text}`);
  if (word === "bye")
    return { type: "end", resolution: "done", keepOpen: false, askRating: true, effects: [echo] };
  const tag = {
    type: "update-contact",
    addTags: [text],
    removeTags: [],
    attributes: { [text]: true },
  } as const;
  return {
    ...{ type: "listen", state: count, set: { count } },
    effects: word === "tag" ? [echo, tag] : [echo],
    ...(word === "ask" ? { timeoutMs: SILENCE_MS } : {}),
  };
}

const sleeper: Executor<unknown> = {
  enter: (_config, { now }) => ({ type: "sleep", untilMs: now + NAP_MS, state: null, interruptible: false }),
  resume: (_config, _event, { vars }) => ({
    ...{ type: "leave", port: "next" },
    effects: [say(`awake: ${String(vars.asked ?? "")}`)],
  }),
};

export const mixedRegistry: NodeRegistry = {
  ...testRegistry,
  listener: kind("waits", listener, "understand"),
  sleeper: kind("waits", sleeper),
};

const node = (id: string, kindName: string) => ({
  ...{ id, kind: kindName, version: 1, config: {} },
  position: { x: 0, y: 0 },
});

type Names = { readonly task: string; readonly nap: string };

const toBundle = ({ task, nap }: Names): Bundle =>
  bundleSchema.parse({
    flow: {
      schema: 1,
      nodes: [node("start", "start"), node("listener", "listener"), node(task, "task"), node(nap, "sleeper")],
      edges: [
        { id: "e1", from: "start", port: "next", to: "listener" },
        { id: "e2", from: "listener", port: "next", to: task },
        { id: "e3", from: "listener", port: "failed", to: nap },
        { id: "e4", from: task, port: "next", to: "listener" },
        { id: "e5", from: task, port: "failed", to: "listener" },
        { id: "e6", from: nap, port: "next", to: "listener" },
      ],
      variables: [
        { name: "count", type: "number", default: 0 },
        { name: "asked", type: "text", default: "" },
      ],
      settings: { language: "en" },
    },
  });

/** The same steps under the same and under other ids: a talk in the middle of a step goes on, or must end it where it began. */
export const mixedBundles: readonly Bundle[] = [
  toBundle({ task: "task", nap: "nap" }),
  toBundle({ task: "errand", nap: "nap" }),
  toBundle({ task: "task", nap: "sleep" }),
];
