"use client";

import { ArrowUp } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from "react";

/** The limit of the public API. */
const TEXT_MAX_CHARS = 8_000;

type TalkComposerProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly sendLabel: string;
  readonly isDisabled?: boolean;
  /** For whoever moves the focus here. */
  readonly fieldRef?: RefObject<HTMLTextAreaElement | null>;
  /** Beside the send button; gets what was typed. */
  readonly extra?: ((text: string, clear: () => void) => ReactNode) | undefined;
  onSend(text: string): void;
};

/** Where one writes as a customer: Enter sends, Shift+Enter breaks the line. No key pressed here reaches the canvas. */
export function TalkComposer(props: TalkComposerProps) {
  const { label, placeholder, sendLabel, isDisabled = false, fieldRef, extra, onSend } = props;
  const [text, setText] = useState("");
  const ownRef = useRef<HTMLTextAreaElement>(null);
  const field = fieldRef ?? ownRef;
  const canSend = text.trim() !== "" && !isDisabled;

  const send = () => {
    if (!canSend) return;
    onSend(text.trim().slice(0, TEXT_MAX_CHARS));
    setText("");
    field.current?.focus();
  };
  const keep = (event: KeyboardEvent) => {
    // Undo, copy and delete are the field's own; on the canvas they would take a node.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    // Escape that drops a pinyin composition, or meets words, must not close the panel.
    if (event.key !== "Escape" || isComposing || text !== "") event.stopPropagation();
    // Enter that ends a pinyin composition chooses a word; it must not send.
    if (event.key !== "Enter" || event.shiftKey || isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="flex items-end gap-1 rounded-md border border-line-strong bg-surface p-1 focus-within:border-accent"
    >
      <textarea
        ref={field}
        value={text}
        rows={1}
        aria-label={label}
        placeholder={placeholder}
        disabled={isDisabled}
        maxLength={TEXT_MAX_CHARS}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keep}
        className="field-sizing-content max-h-32 min-h-8 min-w-0 flex-1 resize-none bg-transparent px-2 py-1.5 text-base leading-5 text-ink outline-none disabled:opacity-50"
      />
      {extra?.(text.trim(), () => setText(""))}
      <button
        type="submit"
        aria-label={sendLabel}
        disabled={!canSend}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-sm bg-accent text-accent-on transition-colors hover:bg-accent-hover disabled:bg-sunken disabled:text-ink-3"
      >
        <ArrowUp className="size-4" aria-hidden />
      </button>
    </form>
  );
}
