export type ServerSentEvent = { readonly name: string; readonly data: string; readonly id: string | null };

type Pending = { name: string; data: string[]; id: string | null };

/**
 * Reads a stream of server-sent events (HTML Standard, §9.2) in pieces of any size.
 * Each call returns the events that the piece completed; an event cut off by the end of the stream is never returned.
 */
export function createEventParser(): (piece: string) => readonly ServerSentEvent[] {
  let rest = "";
  let pending: Pending = { name: "", data: [], id: null };

  return (piece) => {
    const events: ServerSentEvent[] = [];
    rest += piece;
    // A lone CR at the end may be half of CRLF: wait for what follows.
    const isHalf = rest.endsWith("\r");
    const lines = (isHalf ? rest.slice(0, -1) : rest).split(/\r\n|\r|\n/);
    rest = (lines.pop() ?? "") + (isHalf ? "\r" : "");
    for (const line of lines) {
      if (line !== "") {
        readField(pending, line);
        continue;
      }
      if (pending.data.length > 0) {
        events.push({ name: pending.name || "message", data: pending.data.join("\n"), id: pending.id });
      }
      pending = { name: "", data: [], id: null };
    }
    return events;
  };
}

function readField(pending: Pending, line: string): void {
  const colon = line.indexOf(":");
  if (colon === 0) return;
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
  if (field === "event") pending.name = value;
  if (field === "data") pending.data.push(value);
  if (field === "id" && !value.includes("\0")) pending.id = value;
}
