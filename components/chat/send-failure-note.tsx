import { CircleAlert } from "lucide-react";
import { useChat } from "./chat-context.ts";
import type { Outgoing } from "./talk/talk-state.ts";

/** Says that a message did not get through, and offers both ways on. */
export function SendFailureNote({ outgoing }: { readonly outgoing: Outgoing }) {
  const { t, talk } = useChat();
  const action = "rounded-xs px-1 font-medium underline-offset-2 hover:underline";
  return (
    <p role="alert" className="flex flex-wrap items-center justify-end gap-x-1 text-sm text-danger-text">
      <CircleAlert aria-hidden size={14} />
      {t.sendFailed[outgoing.failure ?? "network"]}
      {outgoing.failure !== "ended" && (
        <button type="button" className={action} onClick={() => talk.retry(outgoing.clientId)}>
          {t.retry}
        </button>
      )}
      <button type="button" className={action} onClick={() => talk.discard(outgoing.clientId)}>
        {t.discard}
      </button>
    </p>
  );
}
