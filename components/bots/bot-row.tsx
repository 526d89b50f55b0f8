"use client";

import { Workflow } from "lucide-react";
import Link from "next/link";
import { toBrandColors } from "#components/chat/brand-colors.ts";
import { toBuilderPath } from "#components/gallery/builder-path.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Sparkline } from "#components/ui/sparkline.tsx";
import { BotMenu } from "./bot-menu.tsx";
import { BotStateBadge } from "./bot-state-badge.tsx";
import { botMessages } from "./messages.ts";

export type BotRowData = Outputs["bot"]["list"][number];

export function BotRow({ bot }: { readonly bot: BotRowData }) {
  const t = useTexts(botMessages);
  const formats = useFormats();
  const today = bot.traffic.at(-1) ?? { conversations: 0, messages: 0 };
  const week = bot.traffic.reduce((sum, day) => sum + day.conversations, 0);
  return (
    <li className="group relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-3 px-4 py-4 transition-colors duration-[var(--fast)] hover:bg-hover md:grid-cols-[minmax(0,1fr)_auto_auto] md:px-5">
      <div className="flex min-w-0 items-center gap-3.5">
        <Avatar name={bot.name} colors={toBrandColors(bot.color)} size="lg" />
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Link
              href={`/bots/${bot.id}`}
              className="truncate text-base font-semibold text-ink after:absolute after:inset-0"
            >
              {bot.name}
            </Link>
            <BotStateBadge state={bot.state} />
            {bot.mentions > 0 && <Badge tone="accent">{t.mentions(bot.mentions)}</Badge>}
          </div>
          <p className="mt-0.5 truncate text-sm text-ink-2">
            {bot.versionNumber && bot.publishedAt
              ? `${t.version(bot.versionNumber)} · ${t.publishedAt(formats.relative(bot.publishedAt))}`
              : t.notPublished}
          </p>
        </div>
      </div>
      <div className="order-3 col-span-2 flex items-center gap-6 pl-13.5 max-sm:gap-4 md:order-none md:col-span-1 md:pl-0">
        <Sparkline
          values={bot.traffic.map((day) => day.conversations)}
          label={t.trafficLabel(today.conversations, week)}
          className="h-8 w-26 max-sm:w-14"
        />
        <Figure value={formats.number(today.conversations)} label={t.figures.conversationsToday} />
        <Figure value={formats.number(today.messages)} label={t.figures.messagesToday} />
      </div>
      <div className="relative z-10 order-2 flex items-center gap-1 md:order-none">
        <span className="hidden lg:block">
          <Button asChild look="secondary" size="sm">
            <Link href={toBuilderPath(bot.id)}>
              <Workflow className="size-3.5 text-accent-text" aria-hidden />
              {t.openBuilder}
            </Link>
          </Button>
        </span>
        <BotMenu bot={bot} />
      </div>
    </li>
  );
}

function Figure({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <div className="min-w-18 shrink-0">
      <div className="text-lg font-semibold leading-5 text-ink">{value}</div>
      <div className="mt-0.5 whitespace-nowrap text-xs text-ink-3">{label}</div>
    </div>
  );
}
