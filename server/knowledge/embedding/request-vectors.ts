import { z } from "zod";
import type { OutboundAnswer, OutboundClient } from "../../net/create-outbound-client.ts";
import { OutboundError } from "../../net/outbound-error.ts";
import { DIMENSIONS_MAX, type Endpoint } from "./provider.ts";
import { ProviderFailure } from "./provider-failure.ts";

/** A number as JSON writes it takes some 22 bytes; what is longer than all of them is no answer of ours. */
const BYTES_PER_NUMBER = 32;
const BYTES_BESIDE = 64 * 1024;
const MESSAGE_CHARS_MAX = 200;
const RETRY_AFTER_MS_MAX = 15 * 60_000;

type Request = {
  readonly texts: readonly string[];
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Length that the vectors must have; any when null. */
  readonly dimensions: number | null;
};

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().min(0).nullish(), embedding: z.array(z.number()) })),
});

/**
 * One call of `POST /embeddings` as OpenAI defines it: a vector of length 1 for each text, in their order. Throws a
 * `ProviderFailure` for whatever else happens, or the signal's reason.
 */
export async function requestVectors(
  client: OutboundClient,
  provider: Endpoint,
  { texts, timeoutMs, signal, dimensions }: Request,
): Promise<readonly Float32Array[]> {
  const { baseUrl, model, apiKey } = provider;
  const answer = await client
    .post({
      url: `${baseUrl}/embeddings`,
      headers: {
        accept: "application/json",
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, input: texts }),
      contentType: "application/json",
      bytesMax: texts.length * (dimensions ?? DIMENSIONS_MAX) * BYTES_PER_NUMBER + BYTES_BESIDE,
      timeoutMs,
      ...(signal === undefined ? {} : { signal }),
    })
    .catch(toProviderFailure);
  if (answer.status !== 200) throw toStatusFailure(answer, apiKey);
  return toVectors(answer.body, texts.length, dimensions);
}

function toProviderFailure(error: unknown): never {
  if (!(error instanceof OutboundError)) throw error;
  switch (error.failure) {
    case "bad_url":
    case "address_refused":
    case "unreachable":
    case "timeout":
      throw new ProviderFailure(error.failure);
    case "too_large":
    case "too_many_redirects":
      throw new ProviderFailure("bad_answer");
  }
}

function toStatusFailure({ status, headers, body }: OutboundAnswer, apiKey: string | null): ProviderFailure {
  const facts = { status, message: toMessage(body, apiKey) };
  if (status === 401 || status === 403) return new ProviderFailure("key_refused", facts);
  if (status === 404) return new ProviderFailure("not_there", facts);
  if (status === 429)
    return new ProviderFailure("rate_limited", facts, toRetryAfterMs(headers["retry-after"]));
  if (status === 408 || status >= 500)
    return new ProviderFailure("provider_down", facts, toRetryAfterMs(headers["retry-after"]));
  return new ProviderFailure("refused", facts);
}

const errorSchema = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) });

/** In the provider's words, which may repeat the key that they complain of. */
function toMessage(body: Buffer, apiKey: string | null): string {
  const text = body.subarray(0, 8_192).toString("utf8");
  const said = errorSchema.safeParse(parseJson(text)).data?.error;
  const message = said === undefined ? "" : typeof said === "string" ? said : said.message;
  return (apiKey === null ? message : message.replaceAll(apiKey, "…")).slice(0, MESSAGE_CHARS_MAX);
}

function toRetryAfterMs(header: string | readonly string[] | undefined): number | null {
  const seconds = typeof header === "string" && /^\d{1,6}$/.test(header) ? Number(header) : null;
  return seconds === null ? null : Math.min(seconds * 1_000, RETRY_AFTER_MS_MAX);
}

function toVectors(body: Buffer, count: number, dimensions: number | null): readonly Float32Array[] {
  const { data } = answerSchema.safeParse(parseJson(body.toString("utf8"))).data ?? { data: [] };
  if (data.length !== count) throw new ProviderFailure("bad_answer");
  const vectors: (Float32Array | undefined)[] = Array.from({ length: count });
  for (const [at, { index, embedding }] of data.entries()) vectors[index ?? at] = toUnit(embedding);
  const length = dimensions ?? vectors[0]?.length ?? 0;
  return vectors.map((vector) => {
    if (vector === undefined || length === 0 || length > DIMENSIONS_MAX)
      throw new ProviderFailure("bad_answer");
    if (vector.length !== length)
      throw new ProviderFailure("other_dimensions", { expected: length, found: vector.length });
    return vector;
  });
}

/** Of length 1, so that their product is their cosine. A vector without a direction says nothing. */
function toUnit(numbers: readonly number[]): Float32Array {
  const norm = Math.hypot(...numbers);
  if (!(norm > 0) || !Number.isFinite(norm)) throw new ProviderFailure("bad_answer");
  return Float32Array.from(numbers, (number) => number / norm);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
