import type { Part } from "../../../flows/kernel/protocol.ts";
import { type ChatMessage, toFileParts } from "./message.ts";
import type { Outgoing, TalkState } from "./talk-state.ts";

export type Speaker = "bot" | "agent" | "customer";

/** What became of the buttons of one message: open to pick, picked, or overtaken by what was said since. */
export type ChoiceState = { readonly isOpen: boolean; readonly picked: readonly string[] };

export type Entry = {
  readonly key: string;
  readonly at: string;
  readonly parts: readonly Part[];
  readonly message: ChatMessage | null;
  readonly outgoing: Outgoing | null;
  readonly choices: ChoiceState;
  readonly isStreaming: boolean;
};

export type TimelineItem =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "notice"; readonly key: string; readonly message: ChatMessage }
  | {
      readonly kind: "group";
      readonly key: string;
      readonly speaker: Speaker;
      readonly author: string | null;
      readonly isModel: boolean;
      readonly entries: readonly Entry[];
    };

/** After a pause this long the name and time are worth repeating. */
const GROUP_GAP_MS = 5 * 60_000;

const NO_CHOICE: ChoiceState = { isOpen: false, picked: [] };

type Row = {
  readonly speaker: Speaker | "system";
  readonly author: string | null;
  readonly isModel: boolean;
  readonly entry: Entry;
};

/** Arranges the log, what is being sent and what is being streamed as the reader sees it. `dayOf` names a day in the reader's time zone. */
export function toTimeline(state: TalkState, now: string, dayOf: (at: string) => string): TimelineItem[] {
  const rows = withChoices(toRows(state, now), state);
  const items: TimelineItem[] = [];
  let day = "";
  let lastRow: Row | null = null;
  for (const row of rows) {
    const rowDay = dayOf(row.entry.at);
    const isNewDay = rowDay !== day;
    if (isNewDay) items.push({ kind: "day", key: `day-${row.entry.key}`, at: row.entry.at });
    day = rowDay;
    const group = items.at(-1);
    if (row.speaker === "system") {
      if (row.entry.message) items.push({ kind: "notice", key: row.entry.key, message: row.entry.message });
    } else if (group?.kind === "group" && lastRow && isContinued(lastRow, row)) {
      items[items.length - 1] = { ...group, entries: [...group.entries, row.entry] };
    } else {
      const { speaker, author, isModel, entry } = row;
      items.push({ kind: "group", key: `group-${entry.key}`, speaker, author, isModel, entries: [entry] });
    }
    lastRow = row;
  }
  return items;
}

function isContinued(last: Row, next: Row): boolean {
  return (
    last.speaker === next.speaker &&
    last.author === next.author &&
    last.isModel === next.isModel &&
    Date.parse(next.entry.at) - Date.parse(last.entry.at) < GROUP_GAP_MS
  );
}

function toRows(state: TalkState, now: string): readonly Row[] {
  const answered = state.outbox.filter((outgoing) => outgoing.answeredBy !== null);
  const rows = state.messages.flatMap((message) => [
    ...answered.filter((outgoing) => outgoing.answeredBy === message.seq).map(toOutgoingRow),
    toMessageRow(message),
  ]);
  const pending = state.outbox.filter((outgoing) => outgoing.answeredBy === null).map(toOutgoingRow);
  const streams = state.streams.map(
    ({ key, text }): Row => ({
      speaker: "bot",
      author: null,
      isModel: true,
      entry: {
        key: `stream-${key}`,
        at: now,
        parts: [{ type: "text", text }],
        message: null,
        outgoing: null,
        choices: NO_CHOICE,
        isStreaming: true,
      },
    }),
  );
  return [...rows, ...pending, ...streams];
}

function toMessageRow(message: ChatMessage): Row {
  return {
    speaker: message.role,
    author: message.author,
    isModel: message.origin === "model",
    entry: {
      // The client id, so that React keeps the bubble when the log's copy replaces the optimistic one.
      key: message.clientId ?? `seq-${message.seq}`,
      at: message.at,
      parts: message.parts,
      message,
      outgoing: null,
      choices: NO_CHOICE,
      isStreaming: false,
    },
  };
}

function toOutgoingRow(outgoing: Outgoing): Row {
  const text: readonly Part[] = outgoing.text === "" ? [] : [{ type: "text", text: outgoing.text }];
  return {
    speaker: "customer",
    author: null,
    isModel: false,
    entry: {
      key: outgoing.clientId,
      at: outgoing.at,
      parts: [...text, ...toFileParts(outgoing.attachments)],
      message: null,
      outgoing,
      choices: NO_CHOICE,
      isStreaming: false,
    },
  };
}

/** Buttons are open only while nothing has been said after them and the bot still listens. */
function withChoices(rows: readonly Row[], state: TalkState): readonly Row[] {
  const isListening = state.status === "waiting" || state.status === "working";
  let reply: Entry | null = null;
  const result: Row[] = [];
  for (const row of rows.toReversed()) {
    if (row.speaker === "customer") reply = row.entry;
    const picked = reply === null ? [] : pickedIn(row.entry.parts, reply);
    const choices = { isOpen: reply === null && isListening, picked };
    result.push({ ...row, entry: { ...row.entry, choices } });
    // An answer belongs to the buttons right above it only.
    if (row.speaker !== "customer" && row.entry.parts.some((part) => part.type === "choices")) {
      reply = reply ?? row.entry;
    }
  }
  return result.reverse();
}

function pickedIn(parts: readonly Part[], reply: Entry): readonly string[] {
  const options = parts.flatMap((part) => (part.type === "choices" ? part.options : []));
  const said = reply.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
  const labels = new Set([said, ...said.split(/[、,，\n]\s*/)]);
  return options.filter((option) => labels.has(option.label)).map((option) => option.id);
}
