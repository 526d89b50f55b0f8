import dns from "node:dns";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { type AddressGuard, createAddressGuard } from "./address-guard.ts";
import { OutboundError } from "./outbound-error.ts";

/**
 * The one way to the outside.
 *
 * N1. The address that is checked is the one that is connected to: a name is looked up once, by the connection itself.
 * N2. Every redirect is checked as the first address was; at most 5 are followed, by GET only. A POST follows none: what it carries is
 *     for the address that was named.
 * N3. No answer is larger than the caller allows, packed or unpacked, and none takes longer, however slowly it trickles.
 * N4. Proxy settings of the machine, cookies and passwords in addresses are never used.
 */

const REDIRECTS_MAX = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const HEADER_BYTES_MAX = 32 * 1024;

export type OutboundRequest = {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytesMax: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
};

export type OutboundPost = OutboundRequest & { readonly body: string; readonly contentType: string };

export type OutboundAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Unpacked. */
  readonly body: Buffer;
  /** Where the last redirect led. */
  readonly url: string;
};

export type OutboundClient = {
  /** Rejects with an `OutboundError`, or with the signal's reason when it aborts. Any status is an answer. */
  get(request: OutboundRequest): Promise<OutboundAnswer>;
  /** The same for something that is sent; an answer that leads elsewhere is an answer. */
  post(request: OutboundPost): Promise<OutboundAnswer>;
};

type Resolve = (
  name: string,
  options: dns.LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void,
) => void;

type ClientOptions = {
  readonly allowCidr: readonly string[];
  /** Looks names up; the system's own way when absent. */
  readonly resolve?: Resolve;
};

export function createOutboundClient({ allowCidr, resolve = dns.lookup }: ClientOptions): OutboundClient {
  const ways = { guard: createAddressGuard(allowCidr), resolve };
  return {
    get: (request) => within(request, (signal) => follow({ ...request, signal }, ways)),
    post: (request) =>
      within(request, (signal) => ask(parseUrl(request.url), { ...request, signal, sent: request }, ways)),
  };
}

async function within(
  request: OutboundRequest,
  work: (signal: AbortSignal) => Promise<OutboundAnswer>,
): Promise<OutboundAnswer> {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]);
  try {
    return await work(signal);
  } catch (error) {
    if (request.signal?.aborted) throw request.signal.reason;
    if (timeout.aborted) throw new OutboundError("timeout");
    throw error instanceof OutboundError ? error : new OutboundError("unreachable");
  }
}

type Ways = { readonly guard: AddressGuard; readonly resolve: Resolve };
type Guarded = OutboundRequest & {
  readonly signal: AbortSignal;
  /** What is posted; absent for GET. */
  readonly sent?: Pick<OutboundPost, "body" | "contentType">;
};

async function ask(target: URL, request: Guarded, ways: Ways): Promise<OutboundAnswer> {
  const response = await send(target, request, ways);
  const body = await readBody(response, request.bytesMax);
  return { status: response.statusCode ?? 0, headers: response.headers, body, url: target.href };
}

async function follow(request: Guarded, ways: Ways): Promise<OutboundAnswer> {
  let { url } = request;
  for (let hop = 0; hop <= REDIRECTS_MAX; hop += 1) {
    const target = parseUrl(url);
    const response = await send(target, request, ways);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (!REDIRECTS.has(status) || location === undefined) {
      const body = await readBody(response, request.bytesMax);
      return { status, headers: response.headers, body, url: target.href };
    }
    response.destroy();
    if (!URL.canParse(location, target)) throw new OutboundError("bad_url");
    url = new URL(location, target).href;
  }
  throw new OutboundError("too_many_redirects");
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && url.username === "" && url.password === "" && url.hostname !== "";
  if (!isPlain || (url.protocol !== "http:" && url.protocol !== "https:")) throw new OutboundError("bad_url");
  return url;
}

function send(url: URL, request: Guarded, { guard, resolve }: Ways): Promise<IncomingMessage> {
  const isSecure = url.protocol === "https:";
  const port = url.port === "" ? (isSecure ? 443 : 80) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A literal address is never looked up, so `lookup` below would not see it.
  const isAllowed = isIP(host) === 0 ? guard.allowsName(host) : guard.allowsAddress(host, port);
  if (!isAllowed) throw new OutboundError("address_refused");
  return new Promise((settle, reject) => {
    const { sent } = request;
    const call = (isSecure ? https : http).request(url, {
      method: sent === undefined ? "GET" : "POST",
      agent: false,
      lookup: guardedLookup({ guard, resolve }, port),
      maxHeaderSize: HEADER_BYTES_MAX,
      signal: request.signal,
      headers: {
        "user-agent": "Jieda",
        "accept-encoding": "gzip, deflate, br",
        ...request.headers,
        ...(sent === undefined
          ? {}
          : { "content-type": sent.contentType, "content-length": Buffer.byteLength(sent.body) }),
        connection: "close",
      },
    });
    call.once("response", settle);
    call.once("error", reject);
    call.end(sent?.body);
  });
}

/** One address that is not allowed refuses the name: it may be the one that the connection takes. */
function guardedLookup({ guard, resolve }: Ways, port: number): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) done(error ?? new OutboundError("unreachable"), "");
      else if (!addresses.every(({ address }) => guard.allowsAddress(address, port)))
        done(new OutboundError("address_refused"), "");
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

async function readBody(response: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  const unpacked = unpack(response);
  try {
    for await (const piece of unpacked) {
      // Streams of bytes give buffers; their type does not say so.
      size += (piece as Buffer).length;
      if (size > bytesMax) throw new OutboundError("too_large");
      pieces.push(piece as Buffer);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(pieces);
}

function unpack(response: IncomingMessage): Readable {
  const packed = {
    gzip: createGunzip,
    "x-gzip": createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  const name = response.headers["content-encoding"]?.trim().toLowerCase() ?? "";
  if (!Object.hasOwn(packed, name)) return response;
  // as: the check above proved the key.
  const stream = packed[name as keyof typeof packed]();
  response.once("error", (error) => stream.destroy(error));
  return response.pipe(stream);
}
