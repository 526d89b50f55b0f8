import fc from "fast-check";
import { expect, test } from "vitest";
import { createEventParser, type ServerSentEvent } from "./parse-events.ts";

const stream =
  'id: 7\nevent: message\ndata: {"seq":7}\n\n: heartbeat\n\nevent: delta\r\ndata: 第一行\r\ndata: second\r\n\r\ndata:no space\n\nevent: empty\n\ndata: cut off';

const expected: readonly ServerSentEvent[] = [
  { name: "message", data: '{"seq":7}', id: "7" },
  { name: "delta", data: "第一行\nsecond", id: null },
  { name: "message", data: "no space", id: null },
];

test("a stream reads the same however it is cut into pieces", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 20 }), (cuts) => {
      const parse = createEventParser();
      const edges = [0, ...[...cuts].sort((left, right) => left - right), stream.length];
      const pieces = edges.slice(1).map((edge, index) => stream.slice(edges[index], edge));
      expect(pieces.flatMap((piece) => parse(piece))).toEqual(expected);
    }),
  );
});

test("an event whose end never came is not delivered", () => {
  expect(createEventParser()("data: half")).toEqual([]);
});
