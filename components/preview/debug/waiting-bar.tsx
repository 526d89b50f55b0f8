"use client";

import { FastForward } from "lucide-react";
import { useEffect, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import type { Json } from "#flows/kernel/json.ts";
import { previewMessages } from "../messages.ts";
import { usePreview } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";
import { parseJson } from "../setup/parse-json.ts";
import { toDurationText } from "../to-duration-text.ts";

/** What the talk waits for besides the customer: a time that can be skipped, or a result that can be given by hand. */
export function WaitingBar() {
  const openCall = usePreviewStore((state) => state.talk.openCall);
  return openCall === null ? <TimerLine /> : <CallLine name={openCall.request.name} />;
}

function TimerLine() {
  const t = useTexts(previewMessages);
  const { advanceTime } = usePreview();
  const { timers, clockOffsetMs, session } = usePreviewStore((state) => state.talk);
  const [now, setNow] = useState(Date.now);
  const next = Math.min(...timers.map(({ fireAt }) => fireAt));
  const isShown = Number.isFinite(next) && session?.awaiting.type !== "paused";

  useEffect(() => {
    if (!isShown) return;
    setNow(Date.now());
    const clock = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, [isShown]);

  if (!isShown) return null;
  const left = Math.max(0, next - now - clockOffsetMs);
  return (
    <div className="flex items-center justify-between gap-2 px-1 text-xs text-ink-3">
      {t.timer.waiting(toDurationText(left, t.time))}
      <Button size="sm" look="ghost" icon={FastForward} onClick={() => void advanceTime(left + 1)}>
        {t.timer.skip}
      </Button>
    </div>
  );
}

function CallLine({ name }: { readonly name: string }) {
  const t = useTexts(previewMessages).call;
  const { answerCall } = usePreview();
  const [text, setText] = useState("null");
  const value: { readonly json: Json } | null = parseJson(text);
  return (
    <div className="flex flex-wrap items-center gap-1.5 rounded-md bg-info-soft p-2 text-sm text-info-text">
      <span className="w-full">{t.open(name)}</span>
      <input
        aria-label={t.value}
        aria-invalid={value === null || undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.stopPropagation()}
        className={`${INPUT_CLASSES} h-7 flex-1 font-mono text-sm`}
      />
      <Button
        size="sm"
        look="primary"
        disabled={value === null}
        onClick={() => value && void answerCall(value.json)}
      >
        {t.answer}
      </Button>
      <Button size="sm" onClick={() => void answerCall(new Error("given in the preview"))}>
        {t.fail}
      </Button>
    </div>
  );
}
