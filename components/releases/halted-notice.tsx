"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Notice } from "#components/ui/notice.tsx";
import { releaseMessages } from "./messages.ts";
import { toShare } from "./to-share.ts";

/** Tells whoever looks after the bot that its gray release stopped itself, and why; nothing otherwise. */
export function HaltedNotice({ botId }: { readonly botId: string }) {
  const t = useTexts(releaseMessages);
  const trpc = useTRPC();
  const release = useQuery(trpc.release.get.queryOptions({ botId }));
  const gray = release.data?.gray;
  if (gray?.state !== "halted" || !gray.haltReason) return null;
  const { metric, value, max } = gray.haltReason;
  return (
    <Notice tone="danger" title={t.gray.haltedTitle(gray.number)} isAlert>
      <p>{t.gray.haltedBody(t.gray.metrics[metric], toShare(value), toShare(max))}</p>
      <Link href={`/bots/${botId}?tab=versions`} className="font-medium underline">
        {t.done.versions}
      </Link>
    </Notice>
  );
}
