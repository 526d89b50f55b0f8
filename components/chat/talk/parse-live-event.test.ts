import { expect, test } from "vitest";
import { parseLiveEvent } from "./parse-live-event.ts";

const message = {
  id: "m1",
  clientId: null,
  seq: 1,
  role: "bot",
  at: "2026-01-01T00:00:00Z",
  author: null,
  origin: "flow",
};

const read = (name: string, data: unknown) => parseLiveEvent({ name, data: JSON.stringify(data), id: null });

test("a part of a kind that this page does not know is left out, and the rest of the message shows", () => {
  const parts = [{ type: "hologram", beam: 1 }, { type: "text", text: "您好" }, { type: "text" }];
  expect(read("message", { ...message, parts, extra: true })).toEqual({
    type: "message-arrived",
    message: { ...message, parts: [{ type: "text", text: "您好" }] },
  });
});

test("streamed text is kept apart by turn and place", () => {
  expect(read("delta", { turn: 3, index: 1, text: "七天" })).toEqual({
    type: "text-streamed",
    key: "3:1",
    text: "七天",
  });
});

test("unknown, misshapen and broken events are dropped", () => {
  expect(read("news", {})).toBeNull();
  expect(read("message", { ...message, seq: 0, parts: [] })).toBeNull();
  expect(read("typing", { by: "customer" })).toBeNull();
  expect(read("status", { status: "dancing" })).toBeNull();
  expect(parseLiveEvent({ name: "status", data: "{", id: null })).toBeNull();
});
