"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { HaltedNotice } from "#components/releases/halted-notice.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { BotDetail } from "./bot-page.tsx";
import { botMessages } from "./messages.ts";
import { TrafficChart } from "./traffic-chart.tsx";

export function BotOverview({ bot }: { readonly bot: BotDetail }) {
  const t = useTexts(botMessages);
  const formats = useFormats();
  const today = bot.traffic.at(-1) ?? { conversations: 0, messages: 0 };
  const sum = (name: "conversations" | "messages") =>
    bot.traffic.reduce((total, day) => total + day[name], 0);
  return (
    <div className="flex flex-col gap-4">
      <HaltedNotice botId={bot.id} />
      {bot.failure && <Failure bot={bot} failure={bot.failure} />}
      {bot.state === "paused" && <Notice tone="warn">{t.pausedNotice}</Notice>}
      {bot.state === "unpublished" && <Notice tone="info">{t.unpublishedNotice}</Notice>}
      <dl className="grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-line md:grid-cols-4 [&>*]:bg-surface gap-px">
        <Tile label={t.figures.conversationsToday} value={formats.number(today.conversations)} />
        <Tile label={t.figures.messagesToday} value={formats.number(today.messages)} />
        <Tile label={t.figures.conversationsWeek} value={formats.number(sum("conversations"))} />
        <Tile label={t.figures.messagesWeek} value={formats.number(sum("messages"))} />
      </dl>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Panel
          title={t.traffic}
          actions={
            <Button asChild look="ghost" size="sm">
              <Link href={`/conversations?bot=${bot.id}`}>
                {t.seeConversations}
                <ArrowRight className="size-3.5" aria-hidden />
              </Link>
            </Button>
          }
        >
          <TrafficChart days={bot.traffic} />
        </Panel>
        <Panel title={t.content}>
          <dl className="flex flex-col gap-3 text-sm">
            <Fact label={t.liveVersion}>
              {bot.versionNumber && bot.publishedAt
                ? `${t.version(bot.versionNumber)} · ${formats.relative(bot.publishedAt)}`
                : t.notPublished}
            </Fact>
            <Fact label={t.nodes}>{bot.nodes === null ? t.none : formats.number(bot.nodes)}</Fact>
            <Fact label={t.faqEntries}>
              {bot.faqEntries === null ? t.none : formats.number(bot.faqEntries)}
            </Fact>
            <Fact label={t.settings.locales}>
              {bot.settings.locales.map((locale) => t.settings.localeNames[locale]).join(" · ")}
            </Fact>
            <Fact label={t.key}>
              <code className="break-all font-mono">{bot.key}</code>
            </Fact>
            <Fact label={t.created}>{formats.dateTime(bot.createdAt)}</Fact>
          </dl>
        </Panel>
      </div>
    </div>
  );
}

function Tile({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="px-5 py-4">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="mt-1 text-2xl font-semibold tracking-tight text-ink">{value}</dd>
    </div>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="shrink-0 text-ink-2">{label}</dt>
      <dd className="min-w-0 text-right text-ink">{children}</dd>
    </div>
  );
}

type FailureProps = { readonly bot: BotDetail; readonly failure: NonNullable<BotDetail["failure"]> };

function Failure({ bot, failure }: FailureProps) {
  const t = useTexts(botMessages);
  const formats = useFormats();
  const locale = usePreferences((state) => state.locale);
  const when = formats.relative(failure.at);
  return (
    <Notice tone="danger" title={t.failureTitle}>
      <p>{bot.versionNumber ? t.failureBody(when) : t.failureBodyNone(when)}</p>
      <ul className="mt-2 list-disc pl-4">
        {failure.problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <li key={index}>
            {problem.nodeId && <code className="mr-1.5 font-mono">{problem.nodeId}</code>}
            {problem.text?.[locale] ?? problem.code}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
