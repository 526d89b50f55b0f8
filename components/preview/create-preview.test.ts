import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createBuilderStore } from "#components/builder/store/builder-store.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import { listTexts } from "#flows/kernel/list-texts.ts";
import type { MatchAnswer } from "./ask-matcher.ts";
import { createPreview } from "./create-preview.ts";
import { EMPTY_TALK } from "./engine/preview-talk.ts";
import { keepPreview, loadPreview } from "./preview-storage.ts";
import { type RunningVersion, usePreviewStore } from "./preview-store.ts";

const fresh = usePreviewStore.getInitialState();
const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  usePreviewStore.setState(fresh, true);
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

const toBundle = (reply: string): Bundle =>
  bundleSchema.parse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        ask: { kind: "ask", config: { question: "怎么称呼您？", variable: "name" } },
        reply: { kind: "message", config: { blocks: [{ type: "text", text: reply }] } },
        what: { kind: "intent", config: { intents: [{ id: "a", name: "退货", examples: ["我要退货"] }] } },
      },
      wires: ["start.next -> ask", "ask.answered -> reply", "reply.next -> what"],
      variables: [{ name: "name", type: "text" }],
    }),
  );

const matchNothing = () => Promise.reject<MatchAnswer>(new Error("nothing is matched here"));
/** Lets what waits for a settled promise go on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

function open(ask: () => Promise<MatchAnswer> = matchNothing, botId = "bot") {
  const builder = createBuilderStore({
    ...{ botId, botName: "Bot", chatUrl: "", channels: [] },
    ...{ bundle: toBundle("草稿"), rev: 1, canEdit: true },
  });
  const fetches = new Map<string, PromiseWithResolvers<RunningVersion>>();
  const preview = createPreview(builder, {
    ask,
    loadVersion: (id) => {
      const fetching = Promise.withResolvers<RunningVersion>();
      fetches.set(id, fetching);
      return fetching.promise;
    },
  });
  const close = preview.open();
  const arrive = (number: number) =>
    fetches.get(`v${number}`)?.resolve({ id: `v${number}`, number, bundle: toBundle(`版本 ${number}`) });
  return { preview, builder, close, fetches, arrive };
}

const IN_WHAT = { flowId: "main", nodeId: "what", text: "退货" };
const said = () =>
  usePreviewStore
    .getState()
    .talk.entries.flatMap((entry) => (entry.type === "bot" ? listTexts(entry.parts) : []));
const named = (number: number) => ({ id: `v${number}`, number });
const keepOn = (number: number) => {
  const { settings } = loadPreview("bot", "zh-CN");
  keepPreview("bot", { talk: EMPTY_TALK, settings, version: named(number) });
};

test("a reload goes on with the version that the talk ran on; what is sent waits for it", async () => {
  keepOn(3);
  const { preview, close, arrive } = open();
  const sent = preview.send("小林");
  expect(usePreviewStore.getState().coming).toEqual(named(3));
  arrive(3);
  await sent;
  expect(said()).toContain("版本 3");
  expect(usePreviewStore.getState().version).toMatchObject(named(3));
  close();
  expect(loadPreview("bot", "zh-CN").version).toEqual(named(3));
  expect([...kept.values()].join("")).not.toContain("edges");
});

test("a version that cannot be fetched leaves the draft, and says so", async () => {
  keepOn(3);
  const { preview, close, fetches } = open();
  const sent = preview.send("小林");
  fetches.get("v3")?.reject(new Error("offline"));
  await sent;
  expect(said()).toContain("草稿");
  expect(usePreviewStore.getState()).toMatchObject({ version: null, coming: null, unopened: 3 });
  close();
});

test("of two versions the one chosen last counts, whichever comes first", async () => {
  const { preview, close, arrive } = open();
  preview.switchTo(named(3));
  preview.switchTo(named(4));
  arrive(4);
  await vi.waitFor(() => expect(usePreviewStore.getState().version).toMatchObject(named(4)));
  arrive(3);
  preview.switchTo(named(5));
  preview.switchTo(null);
  arrive(5);
  await preview.send("小林");
  expect(usePreviewStore.getState()).toMatchObject({ version: null, coming: null });
  close();
});

test("back on the draft a message waits for no version, whether it was sent before or after", async () => {
  const { preview, close } = open();
  preview.switchTo(named(5));
  const before = preview.send("小林");
  await settle();
  preview.switchTo(null);
  await before;
  expect(said()).toContain("草稿");
  await preview.restart();
  preview.switchTo(named(6));
  preview.switchTo(null);
  await preview.send("小林");
  expect(said()).toContain("草稿");
  close();
});

test("a message waits for the version chosen last, also when it was sent before that was chosen", async () => {
  const { preview, close, arrive } = open();
  await preview.restart();
  preview.switchTo(named(3));
  const sent = preview.send("小林");
  await settle();
  preview.switchTo(named(4));
  arrive(3);
  await settle();
  expect(said().join()).not.toMatch(/草稿|版本/);
  arrive(4);
  await sent;
  expect(said()).toContain("版本 4");
  close();
});

test("what waits for a version of one bot is never said to another", async () => {
  const { preview, close, arrive } = open();
  preview.switchTo(named(3));
  const sent = preview.send("小林");
  await settle();
  close();
  const other = open(undefined, "other");
  arrive(3);
  await sent;
  expect(said()).toEqual(["怎么称呼您？"]);
  other.close();
});

test("going back to a turn can be undone", async () => {
  const { preview, close } = open();
  await preview.send("小林");
  const before = usePreviewStore.getState().talk;
  const undo = preview.goOnFrom(1);
  expect(said()).not.toContain("草稿");
  expect(undo?.()).toBe(true);
  expect(usePreviewStore.getState().talk).toEqual(before);
  expect(undo?.()).toBe(false);
  close();
});

test("a talk that has gone on since it went back keeps what was said since", async () => {
  const { preview, close } = open();
  await preview.send("小林");
  const undo = preview.goOnFrom(1);
  await preview.send("阿明");
  const since = usePreviewStore.getState().talk;
  expect(undo?.()).toBe(false);
  expect(usePreviewStore.getState().talk).toBe(since);
  close();
});

test("asking again can be undone while it is answered, and after", async () => {
  const { preview, close } = open();
  await preview.send("小林");
  const before = usePreviewStore.getState().talk;
  expect(preview.askAgain(2)?.()).toBe(true);
  await settle();
  expect(usePreviewStore.getState().talk).toEqual(before);
  const undo = preview.askAgain(2);
  await vi.waitFor(() => expect(said()).toContain("草稿"));
  await settle();
  expect(undo?.()).toBe(true);
  expect(usePreviewStore.getState()).toMatchObject({ talk: before, isBusy: false });
  close();
});

test("a draft that has been edited since is no version: what is too large to be sent is waited for", async () => {
  vi.useFakeTimers();
  const large = toBundle("草稿");
  for (const { config } of large.flow.nodes)
    if (config.intents) config.intents = [{ id: "a", examples: ["退".repeat(800_000)] }];
  const answers: MatchAnswer[] = [{ type: "stale" }, { type: "matched", value: "yes" }];
  const { preview, builder, close } = open(async () => answers.shift() ?? { type: "stale" });
  builder.setState({ bundle: large });
  builder.setState({ bundle: toBundle("改过") });
  const request = { mode: "inline", name: "match-intent", input: IN_WHAT } as const;
  const matched = preview.match(request, large, { locale: "zh-CN", channel: "web" });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await matched).toBe("yes");
  close();
  vi.useRealTimers();
});

test("a restart while something is learned stops asking for it, and shows it no longer", async () => {
  const asked = vi.fn(async (): Promise<MatchAnswer> => ({ type: "learning" }));
  vi.useFakeTimers();
  const { preview, close } = open(asked);
  await preview.send("小林");
  void preview.send("我要退货");
  await vi.waitFor(() => expect(usePreviewStore.getState().isLearning).toBe(true));
  const restarted = preview.restart();
  expect(usePreviewStore.getState().isLearning).toBe(false);
  await restarted;
  const count = asked.mock.calls.length;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked.mock.calls.length - count).toBeLessThanOrEqual(1);
  expect(usePreviewStore.getState().isLearning).toBe(false);
  close();
  vi.useRealTimers();
});
