import { describe, expect, test } from "vitest";
import { acceptHello, acceptWelcome, type Knock, parseOrigin, toHello, toWelcome } from "./handshake.ts";
import { parseChatMessage, parseHostMessage } from "./port-messages.ts";

const frame = { name: "frame" };
const stranger = { name: "stranger" };
const NONCE = "0123456789abcdef";
const REPLY = "fedcba9876543210";
const CHAT = "https://chat.example";

function knock(change: Partial<Knock>): Knock {
  return { source: frame, origin: CHAT, data: toHello(NONCE, REPLY), ports: [], ...change };
}

const expected = { source: frame, origin: CHAT, nonce: NONCE };

describe("the loader (H3)", () => {
  test("answers its own frame", () => {
    expect(acceptHello(knock({}), expected)).toBe(REPLY);
  });

  test.each<[string, Partial<Knock>]>([
    ["another window", { source: stranger }],
    ["no window", { source: null }],
    ["another origin in the frame", { origin: "https://evil.example" }],
    ["a look-alike origin", { origin: "https://chat.example.evil.example" }],
    ["another port of the origin", { origin: "https://chat.example:8443" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a wrong nonce", { data: toHello("0000000000000000", REPLY) }],
    ["a nonce that is not text", { data: { type: "jieda:hello", nonce: [NONCE], reply: REPLY } }],
    ["a missing reply", { data: { type: "jieda:hello", nonce: NONCE } }],
    ["another message", { data: toWelcome(NONCE) }],
    ["no object", { data: null }],
  ])("ignores %s", (_who, change) => {
    expect(acceptHello(knock(change), expected)).toBeNull();
  });

  test("trusts nobody when it has no origin or no nonce itself", () => {
    expect(acceptHello(knock({ origin: "null" }), { ...expected, origin: "null" })).toBeNull();
    expect(acceptHello(knock({ data: toHello("", REPLY) }), { ...expected, nonce: "" })).toBeNull();
  });
});

describe("the chat (H4)", () => {
  const { port1 } = new MessageChannel();
  const welcome = (change: Partial<Knock>) => knock({ data: toWelcome(NONCE), ports: [port1], ...change });

  test("takes the channel of the page that it greeted", () => {
    expect(acceptWelcome(welcome({}), expected)).toBe(port1);
  });

  test.each<[string, Partial<Knock>]>([
    ["a stranger", { source: stranger }],
    ["another origin", { origin: "https://evil.example" }],
    ["a wrong nonce", { data: toWelcome("0000000000000000") }],
    ["no channel", { ports: [] }],
    ["two channels", { ports: [port1, port1] }],
  ])("takes none from %s", (_who, change) => {
    expect(acceptWelcome(welcome(change), expected)).toBeNull();
  });
});

describe("origins", () => {
  test.each(["https://shop.example", "http://localhost:8080"])("%s can be greeted", (origin) => {
    expect(parseOrigin(origin)).toBe(origin);
  });

  test.each([
    null,
    "",
    "null",
    "*",
    "shop.example",
    "https://shop.example/",
    "https://shop.example/x",
    "file://",
    "javascript:alert(1)",
    "https://a@shop.example",
  ])("%j cannot", (origin) => {
    expect(parseOrigin(origin)).toBeNull();
  });
});

describe("messages", () => {
  test("unknown, misshapen and oversized ones are dropped on both sides", () => {
    const bad = [
      null,
      1,
      "reset",
      {},
      { type: "eval", code: "1" },
      { type: "visibility" },
      { type: "identify", identity: 1 },
    ];
    for (const data of bad) expect(parseHostMessage(data)).toBeNull();
    expect(parseHostMessage({ type: "identify", identity: "x".repeat(8001) })).toBeNull();
    for (const data of [
      null,
      { type: "unread", count: -1, titlePrefix: "" },
      { type: "message", role: "customer" },
    ]) {
      expect(parseChatMessage(data)).toBeNull();
    }
  });

  test("a known one brings only what it should", () => {
    expect(parseHostMessage({ type: "visibility", isVisible: true, extra: 1 })).toEqual({
      type: "visibility",
      isVisible: true,
    });
    expect(parseChatMessage({ type: "message", role: "bot", text: "secret" })).toEqual({
      type: "message",
      role: "bot",
    });
  });
});
