import * as z from "zod/mini";
import type { JsonObject } from "../../../flows/kernel/json.ts";
import { type Bot, botSchema } from "./bot.ts";
import {
  type Answer,
  answerSchema,
  type Cited,
  citedSchema,
  pageSchema,
  startedSchema,
  type UploadedFile,
  uploadedSchema,
} from "./message.ts";
import { createEventParser, type ServerSentEvent } from "./parse-events.ts";

/** `status` 0: no answer came at all. `code` is for decisions, never for readers. */
export type ApiFailure = {
  readonly status: number;
  readonly code: string;
  readonly retryAfterMs: number | null;
};

export type ApiResult<Value> =
  | { readonly isOk: true; readonly value: Value }
  | { readonly isOk: false; readonly failure: ApiFailure };

export type Session = { readonly conversationId: string; readonly token: string };

export type MessageBody = {
  readonly id: string;
  readonly text?: string;
  readonly choice?: string;
  readonly attachments?: readonly { readonly fileId: string }[];
};

export type StartBody = {
  readonly locale: string;
  readonly visitor: string;
  readonly identity?: string;
  readonly context?: JsonObject;
};

export type RatingBody = {
  readonly messageId?: string;
  readonly value: "up" | "down" | 1 | 2 | 3 | 4 | 5;
  readonly reason?: string;
};

type Fetch = typeof fetch;
type Call<Value> = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly schema: z.ZodMiniType<Value>;
};

/** An answer that takes longer than this is taken for lost; the same id may be sent again. */
const TIMEOUT_MS = 30_000;

/** The most that the server gives at once. */
const PAGE_SIZE = 200;

const problemSchema = z.object({ code: z._default(z.string(), "unknown") });
const anything = z.unknown();

/** The public runtime API, as one face uses it. Failures come back as values; nothing throws. */
export function createApi(fetchFrom: Fetch) {
  const call = <Value>(request: Call<Value>) => callJson(fetchFrom, request);
  const of = ({ conversationId }: Session) => `/v1/conversations/${encodeURIComponent(conversationId)}`;

  return {
    getBot: (botKey: string): Promise<ApiResult<Bot>> =>
      call({ method: "GET", path: `/v1/bots/${encodeURIComponent(botKey)}`, schema: botSchema }),

    startConversation: (botKey: string, body: StartBody): Promise<ApiResult<z.infer<typeof startedSchema>>> =>
      call({
        method: "POST",
        path: `/v1/bots/${encodeURIComponent(botKey)}/conversations`,
        body,
        schema: startedSchema,
      }),

    sendMessage: (session: Session, body: MessageBody): Promise<ApiResult<Answer>> =>
      call({
        method: "POST",
        path: `${of(session)}/messages`,
        token: session.token,
        body,
        schema: answerSchema,
      }),

    listMessages: (session: Session, after: number): Promise<ApiResult<z.infer<typeof pageSchema>>> =>
      call({
        method: "GET",
        path: `${of(session)}/messages?after=${after}&limit=${PAGE_SIZE}`,
        token: session.token,
        schema: pageSchema,
      }),

    openCitation: (
      session: Session,
      { seq, index }: { readonly seq: number; readonly index: number },
    ): Promise<ApiResult<Cited>> =>
      call({
        method: "GET",
        path: `${of(session)}/messages/${seq}/citations/${index}`,
        token: session.token,
        schema: citedSchema,
      }),

    report: (session: Session, what: "typing" | "read" | "end" | "rating", body: unknown) =>
      call({
        method: "POST",
        path: `${of(session)}/${what}`,
        token: session.token,
        body,
        schema: anything,
      }),

    readEvents: (session: Session, options: Omit<EventOptions, "path" | "token">) =>
      readEvents(fetchFrom, { ...options, path: `${of(session)}/events`, token: session.token }),
  };
}

export type Api = ReturnType<typeof createApi>;

async function callJson<Value>(fetchFrom: Fetch, request: Call<Value>): Promise<ApiResult<Value>> {
  const { method, path, token, body, schema } = request;
  try {
    const response = await fetchFrom(path, {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      credentials: "omit",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) return { isOk: false, failure: toFailure(response, text) };
    const parsed = schema.safeParse(text === "" ? null : JSON.parse(text));
    return parsed.success
      ? { isOk: true, value: parsed.data }
      : { isOk: false, failure: { status: response.status, code: "unreadable_answer", retryAfterMs: null } };
  } catch {
    return { isOk: false, failure: { status: 0, code: "network", retryAfterMs: null } };
  }
}

function toFailure(response: Response, text: string): ApiFailure {
  const seconds = Number(response.headers.get("retry-after"));
  const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
  return { status: response.status, code: parseProblemCode(text), retryAfterMs };
}

/** The stable code of a problem answer; `unknown` for anything else, such as a proxy's HTML page. */
export function parseProblemCode(text: string): string {
  try {
    return problemSchema.safeParse(JSON.parse(text)).data?.code ?? "unknown";
  } catch {
    return "unknown";
  }
}

export function parseUploaded(text: string): UploadedFile | null {
  try {
    return uploadedSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

type EventOptions = {
  readonly path: string;
  readonly token: string;
  readonly lastSeq: number;
  readonly signal: AbortSignal;
  onOpen(): void;
  /** Any byte, heartbeats too: proof that the line lives. */
  onByte(): void;
  onEvent(event: ServerSentEvent): void;
};

/** Reads live events until the line is cut; resolves with the status of the answer, 0 when there was none. */
async function readEvents(fetchFrom: Fetch, options: EventOptions): Promise<number> {
  try {
    const response = await fetchFrom(options.path, {
      headers: {
        accept: "text/event-stream",
        authorization: `Bearer ${options.token}`,
        "last-event-id": String(options.lastSeq),
      },
      credentials: "omit",
      cache: "no-store",
      signal: options.signal,
    });
    if (!response.ok || !response.body) return response.status;
    options.onOpen();
    const parse = createEventParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      options.onByte();
      for (const event of parse(piece.value)) options.onEvent(event);
    }
    return response.status;
  } catch {
    return 0;
  }
}
