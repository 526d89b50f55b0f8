import type { OutboundClient } from "#server/net/create-outbound-client.ts";
import { OutboundError, type OutboundFailure } from "#server/net/outbound-error.ts";
import { ReadFailure, type ReadFailureCode } from "../reading/read-failure.ts";

export const PAGE_BYTES_MAX = 10 * 1024 * 1024;
const TIMEOUT_MS = 20_000;

export type FetchedPage =
  | { readonly type: "unchanged" }
  | {
      readonly type: "fetched";
      readonly bytes: Buffer;
      readonly mediaType: string | null;
      readonly etag: string | null;
      /** Name of what was fetched, by the address where it was found in the end. */
      readonly name: string;
    };

const FAILURES: { readonly [failure in OutboundFailure]: ReadFailureCode } = {
  bad_url: "address_refused",
  address_refused: "address_refused",
  unreachable: "address_unreachable",
  too_many_redirects: "page_redirects",
  too_large: "too_large",
  timeout: "page_timeout",
};

type Wanted = { readonly url: string; readonly etag: string | null; readonly signal: AbortSignal };

/** Gets a page through the one outbound client. Throws a `ReadFailure` for whatever keeps it from being read. */
export async function fetchPage(client: OutboundClient, { url, etag, signal }: Wanted): Promise<FetchedPage> {
  const headers = etag === null ? {} : { "if-none-match": etag };
  const answer = await client
    .get({ url, headers, bytesMax: PAGE_BYTES_MAX, timeoutMs: TIMEOUT_MS, signal })
    .catch(toReadFailure);
  if (answer.status === 304) return { type: "unchanged" };
  if (answer.status !== 200) throw new ReadFailure("page_status", { status: answer.status });
  return {
    type: "fetched",
    bytes: answer.body,
    mediaType: toText(answer.headers["content-type"]),
    etag: toText(answer.headers.etag),
    name: new URL(answer.url).pathname,
  };
}

function toReadFailure(error: unknown): never {
  if (!(error instanceof OutboundError)) throw error;
  const code = FAILURES[error.failure];
  throw new ReadFailure(code, code === "too_large" ? { megabytesMax: PAGE_BYTES_MAX / 1024 / 1024 } : {});
}

function toText(header: string | readonly string[] | undefined): string | null {
  return typeof header === "string" ? header.slice(0, 500) : null;
}
