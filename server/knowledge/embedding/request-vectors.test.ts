import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOutboundClient } from "../../net/create-outbound-client.ts";
import {
  FAKE_KEY,
  FAKE_MODEL,
  type FakeProvider,
  startFakeProvider,
  toFakeVector,
} from "./fixtures/fake-provider.ts";
import { toBaseUrl } from "./provider.ts";
import { requestVectors } from "./request-vectors.ts";

let fake: FakeProvider;

beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

const near = createOutboundClient({ allowCidr: ["127.0.0.0/8"] });

type Options = {
  key?: string | null;
  model?: string;
  dimensions?: number | null;
  timeoutMs?: number;
  client?: typeof near;
};

const ask = (texts: readonly string[], options: Options = {}) => {
  const { key = FAKE_KEY, model = FAKE_MODEL, dimensions = null, timeoutMs = 2_000, client = near } = options;
  const provider = { baseUrl: fake.baseUrl, model, apiKey: key, batchSize: 16 };
  return requestVectors(client, provider, { texts, timeoutMs, dimensions });
};

const product = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

test("each text gets its own vector of length 1, in whatever order they come", async () => {
  const [first, second] = await ask(["怎么退货", "开发票"]);
  if (first === undefined || second === undefined) throw new Error("two were asked for");
  expect(product(first, first)).toBeCloseTo(1, 5);
  const raw = toFakeVector("怎么退货");
  expect(first[0]).toBeCloseTo((raw[0] ?? 0) / Math.hypot(...raw), 6);
  expect(product(first, second)).toBeLessThan(0.9);
});

describe("what goes wrong has a name", () => {
  test("a wrong key, without the key being repeated", async () => {
    await expect(ask(["你好"], { key: "sk-wrong-key" })).rejects.toMatchObject({
      code: "key_refused",
      facts: { status: 401, message: "Incorrect API key provided: …." },
      isPassing: false,
    });
  });

  test("an unknown model, an address that has none", async () => {
    await expect(ask(["你好"], { model: "other" })).rejects.toMatchObject({
      code: "refused",
      isPassing: false,
    });
    const lost = {
      baseUrl: fake.baseUrl.replace("/v1", "/v2"),
      model: FAKE_MODEL,
      apiKey: FAKE_KEY,
      batchSize: 1,
    };
    await expect(
      requestVectors(near, lost, { texts: ["你好"], timeoutMs: 2_000, dimensions: null }),
    ).rejects.toMatchObject({ code: "not_there", isPassing: false });
  });

  test("too many requests, with the pause that is asked for", async () => {
    fake.answerNext({ type: "status", status: 429, headers: { "retry-after": "7" } });
    await expect(ask(["你好"])).rejects.toMatchObject({
      code: "rate_limited",
      retryAfterMs: 7_000,
      isPassing: true,
    });
  });

  test.each([500, 502, 503])("a provider that answers %i", async (status) => {
    fake.answerNext({ type: "status", status });
    await expect(ask(["你好"])).rejects.toMatchObject({ code: "provider_down", isPassing: true });
  });

  test("one that is too slow, and one that is not there", async () => {
    fake.answerNext({ type: "silence" });
    await expect(ask(["你好"], { timeoutMs: 100 })).rejects.toMatchObject({
      code: "timeout",
      isPassing: true,
    });
    const far = createOutboundClient({ allowCidr: [] });
    await expect(ask(["你好"], { client: far })).rejects.toMatchObject({
      code: "address_refused",
      isPassing: false,
    });
  });

  test("vectors of another length than the known ones", async () => {
    fake.answerNext({ type: "dimensions", dimensions: 32 });
    await expect(ask(["你好"], { dimensions: 64 })).rejects.toMatchObject({
      code: "other_dimensions",
      facts: { expected: 64, found: 32 },
    });
  });

  test.each([
    "",
    "<html>",
    "null",
    "{}",
    '{"data":[]}',
    '{"data":[{"index":0,"embedding":[]}]}',
    '{"data":[{"index":0,"embedding":[0,0]}]}',
    '{"data":[{"index":1,"embedding":[1,0]}]}',
    '{"data":[{"index":0,"embedding":["1"]}]}',
    '{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1]}]}',
  ])("an answer that is none: %s", async (body) => {
    fake.answerNext({ type: "body", body });
    await expect(ask(["你好"])).rejects.toMatchObject({ code: "bad_answer", isPassing: false });
  });

  test("an answer without end", async () => {
    fake.answerNext({ type: "body", body: " ".repeat(1_000_000) });
    await expect(ask(["你好"], { dimensions: 64 })).rejects.toMatchObject({ code: "bad_answer" });
  });
});

test.each([
  ["https://api.example.com/v1/", "https://api.example.com/v1"],
  [" https://api.example.com/v1/embeddings ", "https://api.example.com/v1"],
  ["https://api.example.com/v1/embeddings/", "https://api.example.com/v1"],
])("the address %s is taken as %s", (text, expected) => {
  expect(toBaseUrl(text)).toBe(expected);
});
