import { expect, test } from "vitest";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import { type RecordingTurn, replayRecording } from "./replay-recording.ts";
import { rewindTalk } from "./rewind-talk.ts";

const AT = 1_772_416_800_000;

const toBundle = (answer: string): Bundle =>
  bundleSchema.parse(
    drawBundle({
      nodes: {
        start: { kind: "start", config: { opening: "您好" } },
        what: {
          kind: "intent",
          config: { intents: [{ id: "return", name: "退货", examples: ["我要退货", "怎么退", "退掉"] }] },
        },
        how: { kind: "message", config: { blocks: [{ type: "text", text: answer }] } },
        lost: { kind: "message", config: { blocks: [{ type: "text", text: "没听懂" }] } },
      },
      wires: ["start.next -> what", "what.return -> how", "what.none -> lost"],
    }),
  );

const sure: Json = { outcome: "sure", candidates: [{ intentId: "return", score: 0.9 }], reasons: [] };
const none: Json = { outcome: "none", candidates: [], reasons: [] };

const RECORDING: readonly RecordingTurn[] = [
  {
    number: 1,
    at: AT,
    seed: 1,
    calls: {},
    said: [[{ type: "text", text: "您好" }]],
    event: {
      type: "conversation-started",
      locale: "zh-CN",
      channel: "web",
      contactId: "c1",
      context: {},
      contact: {},
    },
  },
  {
    number: 2,
    at: AT + 1_000,
    seed: 2,
    calls: { c1: sure },
    // A database may hold the keys in another order.
    said: [[{ text: "七天内可退", type: "text" }]],
    event: { type: "message-received", messageId: "m1", text: "怎么退", choice: null, attachments: [] },
  },
];

type Options = { readonly matching?: "draft" | "recorded"; readonly answer?: Json };

async function replay(bundle: Bundle, { matching = "draft", answer = sure }: Options = {}) {
  const asked: string[] = [];
  const turns = await replayRecording(RECORDING, {
    bundle,
    matching,
    match: async (request) => {
      asked.push(request.input.text);
      return answer;
    },
    onTurn: () => true,
  });
  return { asked, same: turns.map(({ isSame }) => isSame), turns };
}

test("a draft that was not changed says what was said", async () => {
  expect((await replay(toBundle("七天内可退"))).same).toEqual([true, true]);
});

test("the first turn that the draft answers otherwise is found, with both sides and the node", async () => {
  const { same, turns } = await replay(toBundle("十五天内可退"));
  expect(same).toEqual([true, false]);
  expect(turns[1]).toMatchObject({
    number: 2,
    recorded: [[{ text: "七天内可退" }]],
    draft: [[{ text: "十五天内可退" }]],
    place: { flowId: "main", nodeId: "how" },
  });
});

test("changed examples show when the draft is asked, and not when the record is", async () => {
  const draft = await replay(toBundle("七天内可退"), { answer: none });
  expect(draft).toMatchObject({ same: [true, false], asked: ["怎么退"] });
  const recorded = await replay(toBundle("七天内可退"), { answer: none, matching: "recorded" });
  expect(recorded).toMatchObject({ same: [true, true], asked: [] });
});

test("a replayed talk can go on from any of its turns, as one that was typed", async () => {
  const { turns } = await replay(toBundle("十五天内可退"));
  const [first, last] = turns;
  expect(first?.talk.entries.map(({ type }) => type)).toEqual(["bot"]);
  expect(last?.talk.entries).toMatchObject([
    { type: "bot", turn: 1 },
    { type: "customer", turn: 2, text: "怎么退" },
    { type: "bot", turn: 2, nodeId: "how" },
  ]);
  expect(last?.talk.session?.awaiting.type).toBe("idle");
  expect(last && rewindTalk(last.talk, 1, last.at)).toMatchObject({
    entries: first?.talk.entries,
    session: first?.talk.session,
  });
});
