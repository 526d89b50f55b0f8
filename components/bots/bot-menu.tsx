"use client";

import {
  Code,
  CopyPlus,
  Download,
  ExternalLink,
  FileUp,
  Link2,
  MoreHorizontal,
  Pause,
  Play,
  Trash2,
  Workflow,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { toBuilderPath } from "#components/gallery/builder-path.ts";
import { DeleteBotDialog } from "#components/gallery/delete-bot-dialog.tsx";
import { ImportDialog } from "#components/gallery/import/import-dialog.tsx";
import { manageMessages } from "#components/gallery/manage-messages.ts";
import { useBotActions } from "#components/gallery/use-bot-actions.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { showSuccess } from "#components/ui/toast-store.ts";
import { useCopy } from "#components/ui/use-copy.ts";
import type { BotRowData } from "./bot-row.tsx";
import { botMessages } from "./messages.ts";
import { toSnippet } from "./to-snippet.ts";
import { usePausing } from "./use-pausing.ts";

export function BotMenu({ bot }: { readonly bot: BotRowData }) {
  const t = useTexts(botMessages);
  const pausing = usePausing(bot);
  const [asking, setAsking] = useState<"pause" | "delete" | "import" | null>(null);
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={t.more(bot.name)}
            className="inline-flex size-8 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
          >
            <MoreHorizontal className="size-4" aria-hidden />
          </button>
        }
      >
        <OpeningItems bot={bot} />
        <MakingItems bot={bot} onImport={() => setAsking("import")} />
        <EndingItems bot={bot} onAsk={setAsking} onResume={() => void pausing.resume()} />
      </Menu>
      <ConfirmDialog
        isOpen={asking === "pause"}
        title={t.pauseTitle(bot.name)}
        body={t.pauseBody}
        action={t.pause}
        isBusy={pausing.isBusy}
        onConfirm={() => void pausing.pause().then(() => setAsking(null))}
        onClose={() => setAsking(null)}
      />
      {asking === "import" && <ImportDialog bot={bot} upload={null} onClose={() => setAsking(null)} />}
      {asking === "delete" && <DeleteBotDialog bot={bot} onClose={() => setAsking(null)} />}
    </>
  );
}

function OpeningItems({ bot }: { readonly bot: BotRowData }) {
  const t = useTexts(botMessages);
  const m = useTexts(manageMessages);
  const ui = useTexts(uiMessages);
  const router = useRouter();
  const { copy } = useCopy();
  const copyAndSay = async (text: string) => {
    await copy(text);
    showSuccess(ui.copied);
  };
  return (
    <>
      <MenuItem icon={Workflow} onSelect={() => router.push(toBuilderPath(bot.id))}>
        {m.builder}
      </MenuItem>
      <MenuItem icon={ExternalLink} onSelect={() => window.open(bot.chatUrl, "_blank", "noreferrer")}>
        {m.chat}
      </MenuItem>
      <MenuItem icon={Code} onSelect={() => void copyAndSay(toSnippet(bot))}>
        {t.copySnippet}
      </MenuItem>
      <MenuItem icon={Link2} onSelect={() => void copyAndSay(bot.chatUrl)}>
        {t.copyLink}
      </MenuItem>
    </>
  );
}

type MakingItemsProps = { readonly bot: BotRowData; onImport(): void };

function MakingItems({ bot, onImport }: MakingItemsProps) {
  const m = useTexts(manageMessages);
  const mayCopy = useMay("bot.duplicate");
  const actions = useBotActions();
  if (!mayCopy) return null;
  return (
    <>
      <MenuLine />
      <MenuItem icon={CopyPlus} onSelect={() => actions.duplicate(bot)}>
        {m.duplicate}
      </MenuItem>
      <MenuItem icon={Download} onSelect={() => window.location.assign(`/console/export?bot=${bot.id}`)}>
        {m.export}
      </MenuItem>
      <MenuItem icon={FileUp} onSelect={onImport}>
        {m.import}
      </MenuItem>
    </>
  );
}

type EndingItemsProps = {
  readonly bot: BotRowData;
  onAsk(what: "pause" | "delete"): void;
  onResume(): void;
};

function EndingItems({ bot, onAsk, onResume }: EndingItemsProps) {
  const t = useTexts(botMessages);
  const m = useTexts(manageMessages);
  const mayPause = useMay("bot.pause");
  const mayDelete = useMay("bot.delete");
  return (
    <>
      {(mayPause || mayDelete) && <MenuLine />}
      {mayPause &&
        (bot.state === "paused" ? (
          <MenuItem icon={Play} onSelect={onResume}>
            {t.resume}
          </MenuItem>
        ) : (
          <MenuItem icon={Pause} onSelect={() => onAsk("pause")}>
            {t.pause}
          </MenuItem>
        ))}
      {mayDelete && (
        <MenuItem icon={Trash2} isDangerous onSelect={() => onAsk("delete")}>
          {m.remove}
        </MenuItem>
      )}
    </>
  );
}
