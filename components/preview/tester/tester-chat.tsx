"use client";

import { RotateCcw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { usePageTitle } from "#components/console/use-page-title.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { testerMessages } from "#components/testers/messages.ts";
import { type Outputs, useTRPCClient } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import type { Locale } from "#flows/kernel/text.ts";
import { SKINS } from "../chat/skins.ts";
import { TalkComposer } from "../chat/talk-composer.tsx";
import { createTesterTalk } from "./create-tester-talk.ts";
import { TesterLine } from "./tester-line.tsx";

export type Opened = Extract<Outputs["tester"]["open"], { type: "open" }>;

type TesterChatProps = { readonly token: string; readonly opened: Opened };

/** Talks with the bot in the tester's browser; only understanding and comments go to the server. */
export function TesterChat({ token, opened }: TesterChatProps) {
  const t = useTexts(testerMessages);
  const client = useTRPCClient();
  const preferred = usePreferences((state) => state.locale);
  const locales: readonly Locale[] = opened.locales;
  const [talk] = useState(() =>
    createTesterTalk(
      opened.bundle,
      locales.includes(preferred) ? preferred : (locales[0] ?? "zh-CN"),
      ({ request, locale, channel }) =>
        client.tester.match.mutate({ token, pass: opened.pass, request, locale, channel }),
    ),
  );
  const { talk: state, isBusy, isLearning, locale } = useStore(talk.store);
  const region = useRef<HTMLElement>(null);
  usePageTitle(opened.botName);
  useEffect(() => talk.open(), [talk]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is added is scrolled to
  useEffect(() => {
    const { current } = region;
    if (current) current.scrollTop = current.scrollHeight;
  }, [state.entries]);

  const lastSaid = state.entries.findLast(({ type }) => type !== "news");
  return (
    <div className="mx-auto flex h-dvh max-w-180 flex-col bg-surface md:border-x md:border-line">
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5">
        <h1 className="min-w-0 truncate text-base font-semibold text-ink">{opened.botName}</h1>
        <Badge tone="accent">
          {t.badge} · {opened.versionNumber === null ? t.draft : t.version(opened.versionNumber)}
        </Badge>
        <span className="ml-auto flex items-center gap-1">
          {locales.length > 1 && (
            <Segmented
              label={t.customerLanguage}
              value={locale}
              options={locales.map((value) => ({ value, label: value === "en" ? "EN" : "中文" }))}
              onChange={(value) => talk.setLocale(value)}
            />
          )}
          <IconButton icon={RotateCcw} label={t.restart} side="bottom" onClick={() => void talk.restart()} />
        </span>
      </header>
      <p className="shrink-0 border-b border-line bg-canvas px-4 py-2 text-sm text-ink-2">{t.lead}</p>
      <ScrollRegion ref={region} label={t.title} className="min-h-0 flex-1">
        <div role="log" aria-live="polite" className="flex flex-col gap-3 p-4">
          {state.entries.map((entry, index) => (
            <TesterLine
              // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows
              key={index}
              entry={entry}
              entries={state.entries}
              link={{ token, pass: opened.pass }}
              skin={SKINS.web}
              isOpen={entry === lastSaid}
              onPick={(text, choice) => void talk.send(text, choice)}
            />
          ))}
          {isBusy && (
            <p role="status" className="flex items-center gap-1.5 text-sm text-ink-3">
              <span className="size-1.5 animate-pulse rounded-full bg-accent" aria-hidden />
              {isLearning ? t.learning : t.thinking}
            </p>
          )}
        </div>
      </ScrollRegion>
      <div className="shrink-0 border-t border-line p-3 pb-[max(12px,env(safe-area-inset-bottom))]">
        <TalkComposer
          label={t.input}
          placeholder={t.inputHint}
          sendLabel={t.send}
          onSend={(text) => void talk.send(text)}
        />
      </div>
    </div>
  );
}
