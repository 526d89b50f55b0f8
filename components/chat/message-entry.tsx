import type { Part } from "../../flows/kernel/protocol.ts";
import { CardPart } from "./parts/card-part.tsx";
import { ChoicesPart } from "./parts/choices-part.tsx";
import { CitationsPart } from "./parts/citations-part.tsx";
import { FilePart } from "./parts/file-part.tsx";
import { ImagePart } from "./parts/image-part.tsx";
import { RichText } from "./rich-text.tsx";
import { SendFailureNote } from "./send-failure-note.tsx";
import type { Entry, Speaker } from "./talk/to-timeline.ts";

/** One message: its parts one below the other. */
export function MessageEntry({
  entry,
  speaker,
  isLast,
}: {
  readonly entry: Entry;
  readonly speaker: Speaker;
  readonly isLast: boolean;
}) {
  const isMine = speaker === "customer";
  const corner = isLast ? (isMine ? "rounded-br-xs" : "rounded-bl-xs") : "";
  const colors = isMine ? "bg-brand text-brand-on [--rich-link:currentColor]" : "bg-bubble text-ink";
  return (
    <div
      // Words that are still growing would be read out again and again.
      aria-hidden={entry.isStreaming || undefined}
      className={`chat-enter flex max-w-full min-w-0 flex-col gap-1.5 ${isMine ? "items-end" : "items-start"}`}
    >
      {entry.parts.map((part, index) => {
        const key = `${part.type}-${index}`;
        if (part.type !== "text") return <PartView key={key} part={part} entry={entry} isMine={isMine} />;
        return (
          <div
            key={key}
            className={`max-w-full rounded-xl px-3.5 py-2 ${colors} ${corner} ${entry.isStreaming ? "rich-streaming" : ""}`}
          >
            <RichText text={part.text} isLiteral={isMine} />
          </div>
        );
      })}
      {entry.outgoing?.delivery === "failed" && <SendFailureNote outgoing={entry.outgoing} />}
    </div>
  );
}

/** Sources are counted through all of a message; null while it is not stored yet. */
function findPlace({ message }: Entry, part: Part): { readonly seq: number; readonly first: number } | null {
  if (message === null) return null;
  const before = message.parts.slice(0, message.parts.indexOf(part));
  const first = before.reduce((sum, other) => sum + (other.type === "citations" ? other.items.length : 0), 0);
  return { seq: message.seq, first };
}

function PartView({
  part,
  entry,
  isMine,
}: {
  readonly part: Exclude<Part, { readonly type: "text" }>;
  readonly entry: Entry;
  readonly isMine: boolean;
}) {
  switch (part.type) {
    case "image":
      return <ImagePart part={part} />;
    case "file":
      return <FilePart part={part} isMine={isMine} />;
    case "choices":
      return <ChoicesPart part={part} state={entry.choices} />;
    case "card":
      return <CardPart part={part} />;
    case "citations":
      return <CitationsPart part={part} place={findPlace(entry, part)} />;
  }
}
