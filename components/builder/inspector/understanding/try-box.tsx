"use client";

import { LoaderCircle, Sparkles } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Json } from "#flows/kernel/json.ts";
import type { InlineRequest } from "#flows/kernel/protocol.ts";
import { INPUT } from "../form/control-classes.ts";
import { understandingMessages } from "./messages.ts";
import { useTry } from "./use-try.ts";

type TryBoxProps = {
  toRequest(text: string): InlineRequest;
  renderMatch(value: Json): ReactNode;
};

/** Says what a customer might say and shows where it would go, as the published bot would decide. */
export function TryBox({ toRequest, renderMatch }: TryBoxProps) {
  const t = useTexts(understandingMessages);
  const [text, setText] = useState("");
  const state = useTry(text, toRequest);
  return (
    <section aria-label={t.tryTitle} className="flex flex-col gap-2 rounded-md bg-sunken p-2.5">
      <span className="relative block">
        <Sparkles className="pointer-events-none absolute left-2.5 top-2 size-4 text-ink-3" aria-hidden />
        <input
          aria-label={t.tryTitle}
          placeholder={t.tryHint}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={`${INPUT} pl-8`}
        />
      </span>
      <div aria-live="polite" className="text-sm empty:hidden">
        {state.status === "learning" && (
          <p className="flex items-center gap-1.5 text-ink-3">
            <LoaderCircle className="size-3.5 animate-spin" aria-hidden />
            {t.learning}
          </p>
        )}
        {state.status === "failed" && (
          <p className="text-danger-text">
            {t.failed}{" "}
            <button type="button" className="underline underline-offset-2" onClick={state.retry}>
              {t.retry}
            </button>
          </p>
        )}
        {state.status === "matched" && renderMatch(state.value)}
      </div>
    </section>
  );
}
