import { useState } from "react";
import { useChat } from "./chat-context.ts";
import type { ChatTexts } from "./messages.ts";

type Reason = keyof ChatTexts["badReasons"];

const DETAIL_MAX_CHARS = 500;

/** Why an answer was no help: one tap, or a few words. */
export function FeedbackReasons({
  onSubmit,
  onDone,
}: {
  onSubmit(reason: string): Promise<boolean>;
  onDone(): void;
}) {
  const { t } = useChat();
  const [reason, setReason] = useState<Reason | null>(null);
  const [detail, setDetail] = useState("");
  const [hasFailed, setHasFailed] = useState(false);
  const reasons = Object.entries(t.badReasons).map(([key, label]) => ({
    // `entries` forgets that the keys of the texts are the reasons.
    key: key as Reason,
    label,
  }));

  const submit = async () => {
    const text = [reason, detail.trim()].filter(Boolean).join(": ");
    const isDone = text === "" || (await onSubmit(text));
    setHasFailed(!isDone);
    if (isDone) onDone();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset>
        <legend className="text-base font-semibold">{t.badWhy}</legend>
        <div className="mt-2.5 flex flex-wrap gap-2">
          {reasons.map(({ key, label }) => (
            <button
              key={key}
              type="button"
              aria-pressed={reason === key}
              onClick={() => setReason(reason === key ? null : key)}
              className="h-8 rounded-full border border-line-strong px-3 text-sm transition-colors hover:bg-hover aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:text-brand-text"
            >
              {label}
            </button>
          ))}
        </div>
      </fieldset>
      <textarea
        value={detail}
        maxLength={DETAIL_MAX_CHARS}
        rows={2}
        aria-label={t.badDetail}
        placeholder={t.badDetail}
        onChange={(event) => setDetail(event.target.value)}
        className="chat-input mt-3 block w-full resize-none rounded-md border border-line-strong bg-surface px-3 py-2 outline-none focus:border-brand"
      />
      {hasFailed && (
        <p role="alert" className="mt-2 text-sm text-danger-text">
          {t.rateFailed}
        </p>
      )}
      <div className="mt-3 flex justify-end gap-2">
        <button
          type="button"
          onClick={onDone}
          className="h-8 rounded-md px-3 text-sm text-ink-2 transition-colors hover:bg-hover"
        >
          {t.skip}
        </button>
        <button
          type="submit"
          className="h-8 rounded-md bg-brand px-3.5 text-sm font-medium text-brand-on transition-colors hover:bg-brand-hover"
        >
          {t.submit}
        </button>
      </div>
    </form>
  );
}
