import { ArrowUp, Paperclip } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useChat } from "./chat-context.ts";
import { EmojiPicker } from "./emoji-picker.tsx";
import { IconButton } from "./icon-button.tsx";
import { UploadTray } from "./upload-tray.tsx";
import { useFileDrop } from "./use-file-drop.ts";
import { useOnline } from "./use-online.ts";
import { UPLOADS_MAX, useUploads } from "./use-uploads.ts";

/** The limit of the public API. */
const TEXT_MAX_CHARS = 8_000;

/** Near the limit, and only there, the rest is counted out loud. */
const COUNTED_FROM_CHARS = 7_500;

/** Where the customer writes: Enter sends, Shift+Enter breaks the line; files by button, drop or paste. */
export function Composer({ input }: { readonly input: RefObject<HTMLTextAreaElement | null> }) {
  const { bot, t, talk, formats, getDraft, keepDraft } = useChat();
  const isOnline = useOnline();
  const [text, setText] = useState(getDraft);
  const { uploads, add, remove, clear, retry } = useUploads(talk.getSession);
  const filePicker = useRef<HTMLInputElement>(null);
  const hasTooMany = uploads.length > UPLOADS_MAX;
  const isTooLong = text.length > TEXT_MAX_CHARS;
  const isUploaded = uploads.every((upload) => upload.uploaded !== null);
  const hasContent = text.trim() !== "" || uploads.length > 0;
  const canSend = hasContent && isUploaded && !isTooLong && !hasTooMany;
  const addFiles = (files: readonly File[]) => bot.fileUpload && files.length > 0 && add(files);
  const isDropping = useFileDrop(bot.fileUpload, addFiles);

  useEffect(() => keepDraft(text), [text, keepDraft]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useEffect(() => {
    const field = input.current;
    if (!field) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }, [text, input]);

  const send = () => {
    if (!canSend) return;
    talk.send({ text: text.trim(), attachments: uploads.flatMap(({ uploaded }) => uploaded ?? []) });
    setText("");
    clear();
    input.current?.focus();
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    // Enter that ends a pinyin composition chooses a word; it must not send.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    send();
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || !bot.fileUpload) return;
    event.preventDefault();
    addFiles(files);
  };
  const insert = (glyph: string) => {
    const field = input.current;
    const at = field?.selectionEnd ?? text.length;
    setText(text.slice(0, at) + glyph + text.slice(at));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(at + glyph.length, at + glyph.length);
    });
  };

  const problem = isTooLong
    ? t.tooLong(formats.number(TEXT_MAX_CHARS))
    : hasTooMany
      ? t.attachTooMany(UPLOADS_MAX)
      : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="shrink-0 px-3 pb-[max(12px,env(safe-area-inset-bottom))]"
    >
      <div
        className={`relative rounded-xl border bg-surface transition-[border-color,box-shadow] focus-within:border-brand focus-within:ring-3 focus-within:ring-brand-soft ${isDropping ? "border-brand" : "border-line-strong"}`}
      >
        <UploadTray uploads={uploads} onRemove={remove} onRetry={retry} />
        <textarea
          ref={input}
          value={text}
          rows={1}
          aria-label={t.inputLabel}
          aria-invalid={isTooLong}
          placeholder={isOnline ? t.inputHint : t.inputHintOffline}
          enterKeyHint="send"
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value !== "") talk.tellTyping();
          }}
          onKeyDown={sendOnEnter}
          onPaste={paste}
          className="chat-input block max-h-36 w-full resize-none bg-transparent px-3.5 pt-3 pb-1 text-[15px] leading-6 outline-none"
        />
        <div className="flex items-center gap-0.5 p-1.5">
          {bot.fileUpload && (
            <>
              <IconButton icon={Paperclip} name={t.attach} onClick={() => filePicker.current?.click()} />
              <input
                ref={filePicker}
                type="file"
                multiple
                hidden
                onChange={(event) => {
                  addFiles([...(event.target.files ?? [])]);
                  event.target.value = "";
                }}
              />
            </>
          )}
          <EmojiPicker onPick={insert} />
          <span className="flex-1" />
          {text.length >= COUNTED_FROM_CHARS && (
            <span className={`px-2 text-xs ${isTooLong ? "text-danger-text" : "text-ink-3"}`}>
              {formats.number(TEXT_MAX_CHARS - text.length)}
            </span>
          )}
          <button
            type="submit"
            aria-label={t.send}
            title={t.send}
            aria-disabled={!canSend}
            className="chat-tap grid size-9 place-items-center rounded-lg bg-brand text-brand-on transition-colors hover:bg-brand-hover aria-disabled:bg-pressed aria-disabled:text-ink-3"
          >
            <ArrowUp aria-hidden size={20} strokeWidth={2.25} />
          </button>
        </div>
        {isDropping && (
          <div className="absolute inset-0 grid place-items-center rounded-xl bg-brand-soft font-medium text-brand-text">
            {t.attachDrop}
          </div>
        )}
      </div>
      {problem && (
        <p role="alert" className="px-1 pt-2 text-sm text-danger-text">
          {problem}
        </p>
      )}
    </form>
  );
}
