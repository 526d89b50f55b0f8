"use client";

import { MessageSquarePlus, ThumbsDown, ThumbsUp } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { testerMessages } from "#components/testers/messages.ts";
import { useTRPCClient } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { listTexts } from "#flows/kernel/list-texts.ts";
import type { PreviewEntry } from "../engine/preview-talk.ts";

export type LinkPass = { readonly token: string; readonly pass: string | null };

type Thumb = "up" | "down";

type TesterVerdictProps = {
  readonly entry: Extract<PreviewEntry, { type: "bot" }>;
  readonly question: string;
  readonly link: LinkPass;
};

const MESSAGE_MAX_CHARS = 4_000;
const NAME_KEY = "jieda.tester-name";

/** Thumbs and words about one message; they land on the node that said it. */
export function TesterVerdict({ entry, question, link }: TesterVerdictProps) {
  const t = useTexts(testerMessages);
  const client = useTRPCClient();
  const [thumb, setThumb] = useState<Thumb | null>(null);
  const [isWriting, setWriting] = useState(false);
  const [isSent, setSent] = useState(false);

  const send = async (verdict: { thumb: Thumb | null; text: string; authorName: string }) => {
    const message = listTexts(entry.parts).join("\n").slice(0, MESSAGE_MAX_CHARS);
    try {
      await client.tester.comment.mutate({
        ...link,
        ...verdict,
        flowId: entry.flowId,
        nodeId: entry.nodeId,
        message,
        question: question.slice(0, MESSAGE_MAX_CHARS),
      });
      return true;
    } catch {
      showFailure(t.failed);
      return false;
    }
  };
  const judge = async (next: Thumb) => {
    setThumb(next);
    // A poor answer is worth a word; a good one needs none.
    if (next === "down") return setWriting(true);
    if (await send({ thumb: next, text: "", authorName: readName() })) showSuccess(t.thanks);
    else setThumb(null);
  };
  if (isWriting) {
    return (
      <VerdictForm
        onCancel={() => {
          setWriting(false);
          if (thumb === "down") setThumb(null);
        }}
        onSubmit={async (text, authorName) => {
          if (!(await send({ thumb, text, authorName }))) return;
          showSuccess(t.thanks);
          setWriting(false);
          setSent(true);
        }}
      />
    );
  }
  return (
    <div className="flex items-center gap-0.5">
      <IconButton
        icon={ThumbsUp}
        label={t.good}
        aria-pressed={thumb === "up"}
        disabled={thumb === "up"}
        onClick={() => void judge("up")}
        className={joinClasses("size-7", thumb === "up" && "text-success-text!")}
      />
      <IconButton
        icon={ThumbsDown}
        label={t.bad}
        aria-pressed={thumb === "down"}
        onClick={() => void judge("down")}
        className={joinClasses("size-7", thumb === "down" && "text-danger-text!")}
      />
      <IconButton
        icon={MessageSquarePlus}
        label={t.comment}
        onClick={() => setWriting(true)}
        className="size-7"
      />
      {isSent && <span className="pl-1 text-xs text-ink-3">{t.sent}</span>}
    </div>
  );
}

type VerdictFormProps = {
  onCancel(): void;
  onSubmit(text: string, authorName: string): Promise<void>;
};

function VerdictForm({ onCancel, onSubmit }: VerdictFormProps) {
  const t = useTexts(testerMessages);
  const [text, setText] = useState("");
  const [name, setName] = useState(readName);
  const [isBusy, setBusy] = useState(false);
  return (
    <form
      aria-label={t.commentOn}
      className="flex max-w-110 flex-col gap-2 rounded-md border border-line bg-canvas p-2.5"
      onSubmit={async (event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        setBusy(true);
        keepName(name);
        await onSubmit(text.trim(), name.trim());
        setBusy(false);
      }}
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it opens where the tester has just clicked
        autoFocus
        aria-label={t.commentOn}
        placeholder={t.commentHint}
        value={text}
        rows={2}
        maxLength={2_000}
        onChange={(event) => setText(event.target.value)}
        className={joinClasses(
          INPUT_CLASSES,
          "field-sizing-content h-auto max-h-40 min-h-14 resize-none py-1.5",
        )}
      />
      <div className="flex flex-wrap items-center gap-2">
        <input
          aria-label={t.yourName}
          placeholder={t.yourName}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
          className={joinClasses(INPUT_CLASSES, "h-8 w-44 flex-1 text-sm")}
        />
        <Button look="ghost" onClick={onCancel}>
          {t.cancel}
        </Button>
        <Button type="submit" look="primary" isBusy={isBusy} disabled={text.trim() === ""}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

// Storage may be shut: the name is then asked for again.
function readName(): string {
  try {
    return localStorage.getItem(NAME_KEY) ?? "";
  } catch {
    return "";
  }
}

function keepName(name: string): void {
  try {
    localStorage.setItem(NAME_KEY, name);
  } catch {
    return;
  }
}
