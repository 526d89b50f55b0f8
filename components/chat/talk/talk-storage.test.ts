import { describe, expect, test } from "vitest";
import { readSubject } from "./read-subject.ts";
import { createTalkStorage, openKeyValues, type TalkRecord } from "./talk-storage.ts";

const DAY_MS = 24 * 60 * 60_000;

const blocked = () =>
  openKeyValues(() => {
    throw new DOMException("denied", "SecurityError");
  });

const record: TalkRecord = {
  conversationId: "c1",
  token: "secret",
  subject: null,
  usedAt: 0,
  ratings: { m2: { value: "down", reason: "wrong" } },
  talkRating: "asked",
  readSeq: 4,
};

function storage() {
  const shared = blocked();
  return { shared, talks: createTalkStorage("shop", shared, blocked()) };
}

describe("a kept talk", () => {
  test("is found again for 180 days, and not a day longer", () => {
    const { talks } = storage();
    talks.keepTalk(record);
    expect(talks.findTalk(179 * DAY_MS, null)).toEqual(record);
    expect(talks.findTalk(181 * DAY_MS, null)).toBeNull();
  });

  test("lives in memory where the browser blocks its storage", () => {
    const { talks } = storage();
    talks.keepTalk(record);
    expect(talks.findTalk(1, null)).toEqual(record);
    talks.forgetTalk(null);
    expect(talks.findTalk(1, null)).toBeNull();
  });

  test("that somebody has tampered with is no talk", () => {
    const { shared, talks } = storage();
    for (const text of [
      "",
      "{",
      "null",
      "[]",
      '{"conversationId":1}',
      JSON.stringify({ ...record, usedAt: "0" }),
    ]) {
      shared.setItem("jieda:talk:shop", text);
      expect(talks.findTalk(1, null)).toBeNull();
    }
  });
});

test("nobody finds the talk of somebody else, and each finds their own again", () => {
  const { talks } = storage();
  const own = { ...record, subject: "u1", conversationId: "c-u1" };
  talks.keepTalk(record);
  talks.keepTalk(own);
  expect(talks.findTalk(1, null)).toEqual(record);
  expect(talks.findTalk(1, "u1")).toEqual(own);
  expect(talks.findTalk(1, "u2")).toBeNull();
  talks.forgetEverybody();
  expect([talks.findTalk(1, null), talks.findTalk(1, "u1")]).toEqual([null, null]);
});

test("what was not sent comes back under the same id, ready to be sent; what was sent does not", () => {
  const { talks } = storage();
  const base = { at: "2026-01-01T00:00:00Z", text: "退货", choice: null, attachments: [], answeredBy: null };
  talks.keepUnsent("c1", [
    { ...base, clientId: "a", delivery: "sent", failure: null },
    { ...base, clientId: "b", delivery: "failed", failure: "network" },
  ]);
  expect(talks.listUnsent("c1")).toEqual([{ ...base, clientId: "b", delivery: "waiting", failure: null }]);
  expect(talks.listUnsent("c2")).toEqual([]);
});

test("a visitor keeps their name", () => {
  const { talks } = storage();
  let made = 0;
  const create = () => `visitor-${++made}`;
  expect([talks.getVisitor(create), talks.getVisitor(create)]).toEqual(["visitor-1", "visitor-1"]);
});

describe("the subject of an identity", () => {
  const sign = (payload: string) => `e30.${Buffer.from(payload).toString("base64url")}.x`;

  test("is read from the token, in any script", () => {
    expect(readSubject(sign('{"sub":"顾客-42"}'))).toBe("顾客-42");
  });

  test.each([null, "", "a.b", "a.%%%.c", sign("{}"), sign('{"sub":1}'), sign("[]")])(
    "is nobody in %j",
    (token) => {
      expect(readSubject(token)).toBeNull();
    },
  );
});
