import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

const HOUR_MS = 3_600_000;
/** 10:00 in Shanghai. */
const TEN = Date.parse("2026-03-02T02:00:00Z");

function say(text: string) {
  return { kind: "message", config: { blocks: [{ type: "text", text }] } };
}

function talk(config: JsonObject, moment: Json = null) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        wait: { kind: "delay", config },
        go: say("时间到"),
        stop: say("您说"),
      },
      wires: ["start.next -> wait", "wait.next -> go", "wait.interrupted -> stop"],
      variables: [{ name: "moment", type: "text", default: moment }],
    }),
    { registry, at: TEN },
  );
  return Object.assign(chat, { said: chat.start() });
}

test("waits a while", () => {
  const chat = talk({ durationMs: 5_000 });
  expect(chat.said).toEqual([]);
  expect(chat.advanceTime(4_999)).toEqual([]);
  expect(chat.advanceTime(1)).toEqual(["时间到"]);
});

test("does not wait for nothing", () => {
  expect(talk({ durationMs: 0 }).said).toEqual(["时间到"]);
});

test("lets the customer interrupt, where that is wanted", () => {
  expect(talk({ durationMs: 5_000 }).send("喂")).toEqual(["您说"]);
});

test("finishes the wait before it answers, where it may not be interrupted", () => {
  const chat = talk({ durationMs: 5_000, interruptible: false });
  expect(chat.send("喂")).toEqual([]);
  expect(chat.advanceTime(5_000)).toContain("时间到");
});

test("waits for the next time that the clock there shows", () => {
  const later = talk({ until: "time", time: "11:30" });
  expect(later.advanceTime(1.5 * HOUR_MS - 1)).toEqual([]);
  expect(later.advanceTime(1)).toEqual(["时间到"]);

  const tomorrow = talk({ until: "time", time: "10:00" });
  expect(tomorrow.advanceTime(24 * HOUR_MS - 1)).toEqual([]);
  expect(tomorrow.advanceTime(1)).toEqual(["时间到"]);
});

test.each([
  ["2026-03-02T11:00:00+08:00", HOUR_MS],
  ["2026-03-02T03:00:00Z", HOUR_MS],
  ["2026-03-02 11:00", HOUR_MS],
  ["2026-03-03", 14 * HOUR_MS],
  [TEN + 1_000, 1_000],
])("waits for the moment %s", (moment, waitMs) => {
  const chat = talk({ until: "moment", moment: "moment" }, moment);
  expect(chat.advanceTime(waitMs - 1)).toEqual([]);
  expect(chat.advanceTime(1)).toEqual(["时间到"]);
});

test("does not wait for the past", () => {
  expect(talk({ until: "moment", moment: "moment" }, "2026-03-01").said).toEqual(["时间到"]);
});

test.each([[null], ["下周"], ["2026-13-45"], ["2027-03-02"], [{ a: 1 }]])(
  "takes its error path for the moment %j",
  (moment) => {
    const chat = talk({ until: "moment", moment: "moment" }, moment);
    expect(chat.steps.find(({ nodeId }) => nodeId === "wait")?.error).not.toBeNull();
  },
);
