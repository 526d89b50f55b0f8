import { Headset } from "lucide-react";
import { useChat, useTalk } from "./chat-context.ts";

/** Where the customer stands while a person is being found. */
export function QueueNotice() {
  const { t } = useChat();
  const isQueued = useTalk((state) => state.status === "queued");
  const queue = useTalk((state) => state.queue);
  if (!isQueued) return null;
  const eta = queue?.etaSeconds == null ? null : t.queueEta(Math.ceil(queue.etaSeconds / 60));
  return (
    <div
      role="status"
      className="chat-enter flex items-center gap-3 self-center rounded-lg border border-line bg-surface px-4 py-3"
    >
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-family-people/14 text-family-people">
        <Headset aria-hidden size={18} strokeWidth={1.75} />
      </span>
      <span>
        <span className="block font-medium">{t.queued}</span>
        {queue && (
          <span className="block text-sm text-ink-2">
            {[t.queuePosition(queue.position), eta].filter(Boolean).join(" · ")}
          </span>
        )}
      </span>
    </div>
  );
}
