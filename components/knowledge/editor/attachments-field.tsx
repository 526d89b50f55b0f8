"use client";

import { FileText, Loader2, Paperclip, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { errorMessages } from "#components/i18n/error-messages.ts";
import { toErrorText } from "#components/i18n/to-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { formMessages } from "./form-messages.ts";
import { type Attachment, sendAttachment } from "./send-attachment.ts";

/** As the server takes them. */
const ATTACHMENTS_MAX = 10;
const BYTES_MAX = 10 * 1024 * 1024;
const ENDINGS = ".png,.jpg,.jpeg,.webp,.gif,.pdf,.docx,.xlsx,.txt,.csv,.md,.mp3,.m4a,.amr,.mp4,.m4v";
const NAME_CHARS_MAX = 200;

type AttachmentsFieldProps = {
  readonly baseId: string;
  readonly attachments: readonly Attachment[];
  readonly isReadOnly: boolean;
  /** Takes what is there when it is called: files arrive while others are removed. */
  onChange(change: (now: readonly Attachment[]) => readonly Attachment[]): void;
};

/** What goes to customers after the answer. */
export function AttachmentsField({ baseId, attachments, isReadOnly, onChange }: AttachmentsFieldProps) {
  const t = useTexts(formMessages).files;
  const input = useRef<HTMLInputElement>(null);
  const { sending, failures, send } = useSending(baseId, (attachment) =>
    onChange((now) => [...now, attachment]),
  );
  const room = ATTACHMENTS_MAX - attachments.length - sending.length;
  if (isReadOnly && attachments.length === 0) return null;
  return (
    <section aria-label={t.title} className="flex flex-col gap-2">
      <div>
        <h3 className="text-sm font-medium text-ink">{t.title}</h3>
        <p className="text-sm text-ink-3">{t.hint}</p>
      </div>
      {attachments.length > 0 && (
        <ul className="flex flex-col gap-2">
          {attachments.map((attachment) => (
            <Row
              key={attachment.url}
              attachment={attachment}
              isReadOnly={isReadOnly}
              onRename={(name) =>
                onChange((now) => now.map((own) => (own.url === attachment.url ? { ...own, name } : own)))
              }
              onRemove={() => onChange((now) => now.filter((own) => own.url !== attachment.url))}
            />
          ))}
        </ul>
      )}
      {sending.map((name) => (
        <p key={name} role="status" className="flex items-center gap-2 text-sm text-ink-2">
          <Loader2 className="size-4 animate-spin" aria-hidden />
          {t.sending(name)}
        </p>
      ))}
      {failures.map((text) => (
        <p key={text} role="alert" className="text-sm text-danger-text">
          {text}
        </p>
      ))}
      {!isReadOnly && (
        <div>
          <input
            ref={input}
            type="file"
            multiple
            accept={ENDINGS}
            aria-label={t.add}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              send([...(event.target.files ?? [])].slice(0, room));
              event.target.value = "";
            }}
          />
          <Button
            look="ghost"
            size="sm"
            icon={Paperclip}
            disabled={room <= 0}
            onClick={() => input.current?.click()}
          >
            {room <= 0 ? t.full(ATTACHMENTS_MAX) : t.add}
          </Button>
        </div>
      )}
    </section>
  );
}

type RowProps = {
  readonly attachment: Attachment;
  readonly isReadOnly: boolean;
  onRename(name: string): void;
  onRemove(): void;
};

function Row({ attachment: { type, url, name, size }, isReadOnly, onRename, onRemove }: RowProps) {
  const t = useTexts(formMessages).files;
  const formats = useFormats();
  return (
    <li className="flex items-center gap-3 rounded-md border border-line p-2">
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        className="flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-sm bg-sunken text-ink-3"
        aria-label={name}
      >
        {type === "image" ? (
          <img src={url} alt="" className="size-full object-cover" loading="lazy" />
        ) : (
          <FileText className="size-5" aria-hidden />
        )}
      </a>
      <input
        aria-label={t.name(name)}
        className="min-w-0 flex-1 rounded-sm bg-transparent px-1 py-1 text-sm text-ink"
        readOnly={isReadOnly}
        maxLength={NAME_CHARS_MAX}
        value={name}
        onChange={(event) => onRename(event.target.value)}
      />
      <span className="shrink-0 text-sm text-ink-3">{toSize(size, formats.number)}</span>
      {!isReadOnly && <IconButton icon={Trash2} label={t.remove(name)} onClick={onRemove} />}
    </li>
  );
}

function toSize(bytes: number, format: (value: number) => string): string {
  return bytes < 1_000_000
    ? `${format(Math.max(1, Math.round(bytes / 1_000)))} kB`
    : `${format(Math.round(bytes / 100_000) / 10)} MB`;
}

/** One after the other; one that is refused keeps none of the others back. */
function useSending(baseId: string, onDone: (attachment: Attachment) => void) {
  const t = useTexts(formMessages).files;
  const errors = useTexts(errorMessages);
  const [sending, setSending] = useState<readonly string[]>([]);
  const [failures, setFailures] = useState<readonly string[]>([]);
  const sendOne = async (file: File) => {
    if (file.size > BYTES_MAX) return setFailures((now) => [...now, t.tooLarge(file.name)]);
    setSending((now) => [...now, file.name]);
    const answer = await sendAttachment(baseId, file);
    setSending((now) => now.filter((name) => name !== file.name));
    if ("url" in answer) onDone(answer);
    else setFailures((now) => [...now, `${file.name}: ${toErrorText(answer, errors)}`]);
  };
  return {
    sending,
    failures: [...new Set(failures)],
    send: async (files: readonly File[]) => {
      setFailures([]);
      for (const file of files) await sendOne(file);
    },
  };
}
