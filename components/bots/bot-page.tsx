"use client";

import { useQuery } from "@tanstack/react-query";
import { Bot, ExternalLink, Workflow } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { toBrandColors } from "#components/chat/brand-colors.ts";
import { useMay } from "#components/console/me.ts";
import { consoleMessages } from "#components/console/messages.ts";
import { Page } from "#components/console/page.tsx";
import { toBuilderPath } from "#components/gallery/builder-path.ts";
import { toFailure } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { VersionList } from "#components/releases/version-list.tsx";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { BotEmbed } from "./bot-embed.tsx";
import { BotOverview } from "./bot-overview.tsx";
import { BotPageSkeleton } from "./bot-page-skeleton.tsx";
import { BotSettingsForm } from "./bot-settings-form.tsx";
import { BotStateBadge } from "./bot-state-badge.tsx";
import { botMessages } from "./messages.ts";
import { PauseButton } from "./pause-button.tsx";
import { readerTimeZone } from "./reader-time-zone.ts";

export type BotDetail = Outputs["bot"]["get"];

const TABS = ["overview", "embed", "settings", "versions"] as const;
type Tab = (typeof TABS)[number];

type BotPageProps = { readonly botId: string; readonly tab: string | null };

export function BotPage({ botId, tab }: BotPageProps) {
  const t = useTexts(botMessages);
  const texts = useTexts(consoleMessages);
  const trpc = useTRPC();
  const mayPause = useMay("bot.pause");
  const bot = useQuery(trpc.bot.get.queryOptions({ botId, timeZone: readerTimeZone() }));
  const back = { href: "/bots", label: t.title };

  if (bot.isPending) return <BotPageSkeleton back={back} />;
  if (bot.isError) {
    const isGone = ["not_found", "invalid_request"].includes(toFailure(bot.error).code);
    return (
      <Page title={t.title} back={back}>
        {isGone ? (
          <EmptyState
            icon={Bot}
            title={texts.notFoundTitle}
            body={texts.notFoundBody}
            action={
              <Button asChild>
                <Link href="/bots">{texts.toBots}</Link>
              </Button>
            }
          />
        ) : (
          <ErrorState error={bot.error} onRetry={() => void bot.refetch()} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={bot.data.name}
      heading={<Heading bot={bot.data} />}
      back={back}
      actions={
        <>
          {mayPause && <PauseButton bot={bot.data} isPaused={bot.data.state === "paused"} />}
          <Button asChild>
            <a href={bot.data.chatUrl} target="_blank" rel="noreferrer">
              {t.openChat}
              <ExternalLink className="size-3.5 text-ink-3" aria-hidden />
            </a>
          </Button>
          <Button asChild look="primary">
            <Link href={toBuilderPath(botId)}>
              <Workflow className="size-4" aria-hidden />
              {t.openBuilder}
            </Link>
          </Button>
        </>
      }
    >
      <BotTabs bot={bot.data} tab={tab} />
    </Page>
  );
}

function Heading({ bot }: { readonly bot: BotDetail }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <Avatar name={bot.name} colors={toBrandColors(bot.settings.theme.color)} />
      <span className="truncate">{bot.name}</span>
      <BotStateBadge state={bot.state} />
    </span>
  );
}

function BotTabs({ bot, tab }: { readonly bot: BotDetail; readonly tab: string | null }) {
  const t = useTexts(botMessages);
  const router = useRouter();
  const value: Tab = TABS.find((candidate) => candidate === tab) ?? "overview";
  return (
    <Tabs
      label={t.tabsLabel}
      value={value}
      onChange={(next) => router.replace(`/bots/${bot.id}?tab=${next}`, { scroll: false })}
      tabs={[
        { value: "overview", label: t.tabs.overview, content: <BotOverview bot={bot} /> },
        { value: "embed", label: t.tabs.embed, content: <BotEmbed bot={bot} /> },
        { value: "settings", label: t.tabs.settings, content: <BotSettingsForm bot={bot} /> },
        { value: "versions", label: t.tabs.versions, content: <VersionList botId={bot.id} /> },
      ]}
    />
  );
}
