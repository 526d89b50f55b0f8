"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, ExternalLink } from "lucide-react";
import { toSnippet } from "#components/bots/to-snippet.ts";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { releaseMessages } from "./messages.ts";
import { UnderstandingNews } from "./understanding-news.tsx";

type PublishDoneProps = {
  readonly version: { readonly number: number; readonly isGray: boolean };
  onClose(): void;
};

/** It is out: where customers meet it, and how to bring it to them. */
export function PublishDone({ version, onClose }: PublishDoneProps) {
  const t = useTexts(releaseMessages).done;
  const trpc = useTRPC();
  const botId = useBuilder((state) => state.botId);
  const chatUrl = useBuilder((state) => state.chatUrl);
  const setPanel = useBuilder((state) => state.setPanel);
  const release = useQuery({ ...trpc.release.get.queryOptions({ botId }), enabled: version.isGray });
  const percent = release.data?.gray?.audience.percent ?? 0;
  const key = decodeURIComponent(chatUrl.split("/").at(-1) ?? "");
  return (
    <Dialog
      isOpen
      title={version.isGray ? t.grayTitle(version.number, percent) : t.title(version.number)}
      description={version.isGray ? t.grayBody : t.body}
      onClose={onClose}
      footer={
        <>
          <Button
            onClick={() => {
              setPanel("versions");
              onClose();
            }}
          >
            {t.versions}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t.close}
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-2 rounded-md bg-success-soft p-3">
        <CircleCheck className="mr-1 size-6 shrink-0 text-success-text" aria-hidden />
        <Button asChild>
          <a href={chatUrl} target="_blank" rel="noreferrer">
            {t.openChat}
            <ExternalLink className="size-3.5" aria-hidden />
          </a>
        </Button>
        <CopyButton text={toSnippet({ chatUrl, key })} label={t.copySnippet} size="md" />
      </div>
      <div className="mt-4 empty:hidden">
        <UnderstandingNews onLeave={onClose} />
      </div>
    </Dialog>
  );
}
