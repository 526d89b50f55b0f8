import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HttpHost, openHttpHost, post, startTalk, type Talk } from "#e2e/support/open-http-host.ts";
import { problemSchema } from "./schemas/answers.ts";

let host: HttpHost;
let talk: Talk;

beforeAll(async () => {
  host = await openHttpHost();
  talk = await startTalk(host);
});
afterAll(() => host.close());

const send = (body: unknown, headers?: Record<string, string>) =>
  post(host, talk, { to: "messages", body, ...(headers ? { headers } : {}) });

async function refusalOf(response: Response) {
  const problem = problemSchema.parse(await response.json());
  const fields = (problem.fields ?? []).map(({ field, reason }) => `${field}: ${reason}`);
  return `${response.status} ${problem.code} ${fields.join(", ")}`.trim();
}

describe("the body door", () => {
  test("names each field that is missing, unknown, of a wrong type or too long", async () => {
    const long = "字".repeat(8_001);
    expect(await refusalOf(await send({ text: "x", role: "bot" }))).toBe(
      "400 invalid_request id: required, role: unknown",
    );
    expect(await refusalOf(await send({ id: 7, text: ["x"] }))).toBe(
      "400 invalid_request id: wrong_type, text: wrong_type",
    );
    expect(await refusalOf(await send({ id: "m 1", text: "x" }))).toBe(
      "400 invalid_request id: wrong_format",
    );
    expect(await refusalOf(await send({ id: "m-1", text: long }))).toBe("400 invalid_request text: too_long");
    expect(await refusalOf(await send({ id: "m-1", text: " \n" }))).toBe("400 invalid_request text: empty");
    expect(await refusalOf(await send([]))).toBe("400 invalid_request : wrong_type");
    expect((await send({ id: "full", text: "字".repeat(8_000) })).status).toBe(200);
  });

  test("takes no parts, roles or tool results from a client, and no id that is the runtime's own", async () => {
    for (const field of ["parts", "messages", "toolCalls", "approval", "workspaceId", "status"])
      expect(await refusalOf(await send({ id: "m-1", text: "x", [field]: [] }))).toBe(
        `400 invalid_request ${field}: unknown`,
      );
    for (const id of ["start", "call:c1", "timer:t1"])
      expect(await refusalOf(await send({ id, text: "x" }))).toBe("400 invalid_request id: wrong_format");
  });

  test("refuses what is not JSON, too deep, too large, doubled, or not storable before it reaches anything else", async () => {
    const deep = `{"id":"m-1","text":${"[".repeat(1_000)}${"]".repeat(1_000)}}`;
    expect(await refusalOf(await send("{"))).toBe("400 invalid_request : not_json");
    expect(await refusalOf(await send('{"id":"m-1"} {}'))).toBe("400 invalid_request : not_json");
    expect(await refusalOf(await send(deep))).toBe("400 invalid_request text: too_deep");
    expect(await refusalOf(await send('{"id":"a","id":"b"}'))).toBe("400 invalid_request id: duplicate_key");
    expect(await refusalOf(await send('{"id":"m-1","text":"\\u0000"}'))).toBe(
      "400 invalid_request text: bad_text",
    );
    expect(await refusalOf(await send(`"${"x".repeat(70_000)}"`))).toBe("413 payload_too_large");
    expect(await refusalOf(await send('{"__proto__":{"id":"m-1"}}'))).toBe(
      "400 invalid_request __proto__: forbidden_key",
    );
  });

  test("takes JSON alone, whatever a form or a plain text pretends to be", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/html",
    ])
      expect(await refusalOf(await send('{"id":"m-1","text":"x"}', { "content-type": type }))).toBe(
        "415 unsupported_media_type",
      );
    expect(
      (await send('{"id":"m-2","text":"x"}', { "content-type": "application/json; charset=utf-8" })).status,
    ).toBe(200);
  });

  test("refuses unknown and doubled query parameters", async () => {
    const list = (query: string) =>
      fetch(`${host.url}/v1/conversations/${talk.conversationId}/messages${query}`, {
        headers: { authorization: `Bearer ${talk.token}` },
      });
    expect(await refusalOf(await list("?after=1&after=2"))).toBe("400 invalid_request after: wrong_type");
    expect(await refusalOf(await list("?workspace=x"))).toBe("400 invalid_request workspace: unknown");
    expect(await refusalOf(await list("?limit=0"))).toBe("400 invalid_request limit: wrong_value");
    expect(await refusalOf(await list("?after=-1"))).toBe("400 invalid_request after: wrong_format");
  });

  test("keeps the page's context as data, within bounds", async () => {
    const start = (context: unknown) =>
      fetch(`${host.url}/v1/bots/${host.bot.key}/conversations`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ context }),
      });
    expect(
      (await start({ page: "https://shop.example/cart", total: 99.5, items: [{ sku: "A" }] })).status,
    ).toBe(201);
    expect(await refusalOf(await start({ blob: "x".repeat(9_000) }))).toBe(
      "400 invalid_request context: too_long",
    );
    expect(await refusalOf(await start("x"))).toBe("400 invalid_request context: wrong_type");
  });
});

describe("fuzz", () => {
  const names = [
    "id",
    "text",
    "choice",
    "attachments",
    "fileId",
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "x",
  ];
  const json = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("any"), { maxLength: 4 }),
      fc.array(fc.tuple(fc.constantFrom(...names), tie("any")), { maxLength: 5 }),
    ),
  })).any;
  /** Written by hand, so that `__proto__` and doubled keys reach the wire. */
  const write = (value: unknown): string => {
    if (!Array.isArray(value)) return JSON.stringify(value) ?? "null";
    const isObject = value.every((entry) => Array.isArray(entry) && names.includes(String(entry[0])));
    return isObject
      ? `{${value.map(([name, inner]) => `${JSON.stringify(name)}:${write(inner)}`).join(",")}}`
      : `[${value.map(write).join(",")}]`;
  };
  const before = Object.getOwnPropertyNames(Object.prototype).sort().join();

  const routes = ["messages", "read", "rating", "typing", "start"] as const;
  const call = (route: (typeof routes)[number], body: Buffer | string) =>
    host.app.inject({
      method: "POST",
      url:
        route === "start"
          ? `/v1/bots/${host.bot.key}/conversations`
          : `/v1/conversations/${talk.conversationId}/${route}`,
      headers: { authorization: `Bearer ${talk.token}`, "content-type": "application/json" },
      payload: body,
    });

  test("of any JSON gets 2xx or 4xx, never 5xx, and leaves Object.prototype alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), json, async (route, value) => {
        const { statusCode } = await call(route, write(value));
        expect(statusCode).toBeLessThan(500);
        expect(Object.getOwnPropertyNames(Object.prototype).sort().join()).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  test("of nearly right messages gets 2xx or 4xx", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
    );
    const message = fc.record(
      {
        id: fc.oneof(fc.uuid(), text),
        text,
        choice: text,
        attachments: fc.array(fc.record({ fileId: fc.uuid() }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(message, async (body) => {
        expect((await call("messages", JSON.stringify(body))).statusCode).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });

  test("of any bytes gets 4xx", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        const { statusCode } = await call("messages", Buffer.from(bytes));
        expect(statusCode).toBeGreaterThanOrEqual(400);
        expect(statusCode).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });
});
