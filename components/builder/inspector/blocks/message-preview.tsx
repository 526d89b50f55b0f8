"use client";

import { FileText, Image as ImageIcon } from "lucide-react";
import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { CHANNELS, type Channel } from "#flows/kernel/channels.ts";
import { findChips } from "#flows/kernel/find-chips.ts";
import { useConfigValue } from "../form/use-field.ts";
import { useTextLanguage } from "../templates/text-language.ts";
import { blockMessages } from "./messages.ts";
import { type Bubble, toChannelView } from "./to-bubbles.ts";

/** How a message looks where customers read it, and what a channel cannot show. */
export function MessagePreview({ blocksPath }: { readonly blocksPath: string }) {
  const t = useTexts(blockMessages);
  const [isOpen, setOpen] = useState(true);
  return (
    <Collapsible title={t.preview} isOpen={isOpen} onOpenChange={setOpen}>
      <PreviewPane blocksPath={blocksPath} />
    </Collapsible>
  );
}

function PreviewPane({ blocksPath }: { readonly blocksPath: string }) {
  const t = useTexts(blockMessages);
  const reader = usePreferences((state) => state.locale);
  const picked = useTextLanguage((state) => state.language);
  const [channel, setChannel] = useState<Channel>("web");
  const blocks = useConfigValue(blocksPath) ?? [];
  const quickReplies = useConfigValue("quickReplies") ?? [];
  const view = toChannelView(
    { blocks, quickReplies },
    { channel, locale: picked ?? reader, chooseText: t.choose },
  );
  const isWeb = channel === "web";
  return (
    <div className="flex flex-col gap-2">
      <Segmented<Channel>
        label={t.previewChannels}
        value={channel}
        options={CHANNELS.map((value) => ({ value, label: t.channelNames[value] ?? value }))}
        className="w-full"
        onChange={setChannel}
      />
      <div
        className={joinClasses(
          "flex flex-col items-start gap-1.5 rounded-md p-3",
          isWeb ? "bg-sunken" : "bg-pressed",
        )}
      >
        {view.bubbles.map((bubble, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bubble has nothing but its place
          <BubbleView key={index} bubble={bubble} isWeb={isWeb} />
        ))}
        {view.buttons.length > 0 && (
          <div className="flex flex-wrap gap-1.5 pt-0.5">
            {view.buttons.map((label, index) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: two buttons may say the same while they are written
                key={index}
                className="rounded-full border border-accent-line bg-surface px-2.5 py-0.5 text-sm text-accent-text"
              >
                {label || t.empty}
              </span>
            ))}
          </div>
        )}
      </div>
      <ul className="flex flex-col gap-1 text-xs text-warn-text empty:hidden">
        {view.tooLong && <li>{t.tooLong(view.tooLong.bytes, view.tooLong.max)}</li>}
        {view.buttonsMax !== null && <li>{t.tooManyButtons(view.buttonsMax)}</li>}
        {view.losses.map((loss) => (
          <li key={loss}>{t.degraded[loss]}</li>
        ))}
      </ul>
    </div>
  );
}

type BubbleViewProps = { readonly bubble: Bubble; readonly isWeb: boolean };

function BubbleView({ bubble, isWeb }: BubbleViewProps) {
  const t = useTexts(blockMessages);
  const frame = joinClasses(
    "max-w-[92%] overflow-hidden bg-surface text-sm text-ink",
    isWeb ? "rounded-lg rounded-tl-xs border border-line" : "rounded-xs",
  );
  switch (bubble.type) {
    case "text":
      return (
        <p className={`${frame} whitespace-pre-wrap px-3 py-2 [overflow-wrap:anywhere]`}>
          <Words text={bubble.text} />
        </p>
      );
    case "image":
      return (
        <span className={`${frame} flex items-center gap-2 px-3 py-4 text-ink-3`}>
          <ImageIcon className="size-5 shrink-0" aria-hidden />
          <span className="truncate">{bubble.alt || bubble.url || t.image}</span>
        </span>
      );
    case "file":
      return (
        <span className={`${frame} flex items-center gap-2 px-3 py-2.5`}>
          <FileText className="size-5 shrink-0 text-ink-3" aria-hidden />
          <span className="truncate">{bubble.name || t.file}</span>
        </span>
      );
    case "card":
      return (
        <div className={`${frame} w-full`}>
          <div className="flex flex-col gap-1.5 px-3 py-2">
            {bubble.title && (
              <p className="font-semibold">
                <Words text={bubble.title} />
              </p>
            )}
            {bubble.text && (
              <p className="whitespace-pre-wrap text-ink-2">
                <Words text={bubble.text} />
              </p>
            )}
            {bubble.fields.length > 0 && (
              <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
                {bubble.fields.map(({ label, value }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing but its place
                  <div key={index} className="contents">
                    <dt className="text-ink-3">{label}</dt>
                    <dd>
                      <Words text={value} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
          {bubble.links.map((label, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two links may say the same while they are written
            <p key={index} className="border-t border-line px-3 py-1.5 text-center text-accent-text">
              {label || t.empty}
            </p>
          ))}
        </div>
      );
  }
}

/** Variables as pills: what will stand there differs from customer to customer. */
function Words({ text }: { readonly text: string }) {
  const t = useTexts(blockMessages);
  if (text === "") return <span className="text-ink-3">{t.empty}</span>;
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const { from, to, source } of findChips(text)) {
    pieces.push(text.slice(at, from));
    pieces.push(
      <span key={from} className="rounded-xs bg-accent-soft px-1 font-mono text-xs text-accent-text">
        {source}
      </span>,
    );
    at = to;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
