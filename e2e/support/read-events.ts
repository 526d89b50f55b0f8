import type { Talk } from "./open-http-host.ts";

export type SeenEvent = { readonly name: string; readonly id: string | null; readonly data: unknown };

export type EventReader = {
  readonly status: number;
  readonly headers: Headers;
  readonly events: readonly SeenEvent[];
  /** Everything that came, comments and `retry` included. */
  raw(): string;
  /** Resolves when the events seen so far satisfy the condition; rejects when the stream ends before. */
  until(isEnough: (events: readonly SeenEvent[]) => boolean): Promise<readonly SeenEvent[]>;
  readonly ended: Promise<void>;
  close(): void;
};

/** Reads the live events of a conversation as a client does, from `after` if given. */
export async function readEvents(
  url: string,
  talk: Talk,
  options: { readonly after?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<EventReader> {
  const abort = new AbortController();
  const response = await fetch(`${url}/v1/conversations/${talk.conversationId}/events`, {
    headers: {
      authorization: `Bearer ${talk.token}`,
      ...(options.after === undefined ? {} : { "last-event-id": String(options.after) }),
      ...options.headers,
    },
    signal: abort.signal,
  });
  const events: SeenEvent[] = [];
  let text = "";
  let rest = "";
  let isOver = false;
  let wake = () => {};

  const ended = (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        const piece = decoder.decode(chunk, { stream: true });
        text += piece;
        const blocks = (rest + piece).split("\n\n");
        rest = blocks.pop() ?? "";
        events.push(...blocks.flatMap(toEvent));
        wake();
      }
    } catch {
      // Closed by this reader.
    }
    isOver = true;
    wake();
  })();

  return {
    status: response.status,
    headers: response.headers,
    events,
    raw: () => text,
    ended,
    until: async (isEnough) => {
      while (!isEnough(events)) {
        if (isOver) throw new Error(`the stream ended early: ${text}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return events;
    },
    close: () => abort.abort(),
  };
}

function toEvent(block: string): readonly SeenEvent[] {
  const fields = new Map(
    block.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    }),
  );
  const name = fields.get("event");
  return name === undefined
    ? []
    : [{ name, id: fields.get("id") ?? null, data: JSON.parse(fields.get("data") ?? "null") }];
}
