import { CloudOff, RotateCw, X } from "lucide-react";
import { IconButton } from "./icon-button.tsx";
import type { ChatTexts } from "./messages.ts";
import type { OpenFailure } from "./talk/talk-state.ts";

/** Why there is no chat, in plain words, and the way on. */
export function ChatProblem({
  t,
  reason,
  onRetry,
  onClose,
}: {
  readonly t: ChatTexts;
  readonly reason: OpenFailure;
  readonly onRetry: () => void;
  readonly onClose: (() => void) | null;
}) {
  return (
    <div className="relative grid h-full place-items-center p-8">
      {onClose && (
        <IconButton icon={X} name={t.closeChat} onClick={onClose} className="absolute top-3 right-3" />
      )}
      <div role="alert" className="flex max-w-72 flex-col items-center text-center">
        <span className="grid size-12 place-items-center rounded-full bg-sunken text-ink-3">
          <CloudOff aria-hidden size={22} strokeWidth={1.75} />
        </span>
        <h1 className="mt-4 text-lg font-semibold">{t.problem[reason]}</h1>
        <p className="mt-1 text-ink-2">{t.problemWhat[reason]}</p>
        {reason !== "identity_required" && (
          <button
            type="button"
            onClick={onRetry}
            className="mt-5 inline-flex h-10 items-center gap-2 rounded-md bg-brand px-4 font-medium text-brand-on transition-colors hover:bg-brand-hover"
          >
            <RotateCw aria-hidden size={16} />
            {t.retry}
          </button>
        )}
      </div>
    </div>
  );
}
