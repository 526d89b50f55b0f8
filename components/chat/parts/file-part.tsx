import { Download, FileText } from "lucide-react";
import type { Part } from "../../../flows/kernel/protocol.ts";
import { useChat } from "../chat-context.ts";
import { toSafeSource } from "../safe-url.ts";

type File = Extract<Part, { readonly type: "file" }>;

/** A file to take away: its name, its size, one click. */
export function FilePart({ part, isMine }: { readonly part: File; readonly isMine: boolean }) {
  const { t, formats } = useChat();
  const source = toSafeSource(part.url);
  const body = (
    <>
      <span className="grid size-9 shrink-0 place-items-center rounded-md bg-brand-soft text-brand-text">
        <FileText aria-hidden size={18} strokeWidth={1.75} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{part.name}</span>
        <span className="block text-xs text-ink-3">{formats.size(part.size)}</span>
      </span>
    </>
  );
  const frame = `flex w-64 max-w-full items-center gap-3 rounded-xl border border-line bg-surface p-2.5 ${isMine ? "rounded-br-xs" : "rounded-bl-xs"}`;
  if (!source) return <div className={frame}>{body}</div>;
  return (
    <a
      href={source}
      download={part.name}
      target="_blank"
      rel="noopener noreferrer"
      className={`${frame} transition-colors hover:bg-hover`}
    >
      {body}
      <span className="sr-only">{t.download}</span>
      <Download aria-hidden size={16} className="shrink-0 text-ink-3" />
    </a>
  );
}
