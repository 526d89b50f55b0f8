"use client";

import { Ellipsis, FlaskConical, History, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useSync } from "#components/builder/store/sync-context.ts";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { KeepAsTest } from "./keep-as-test.tsx";
import { previewMessages } from "./messages.ts";
import { usePreview } from "./preview-context.ts";
import { usePreviewStore } from "./preview-store.ts";
import { ReplayDialog } from "./replay/replay-dialog.tsx";
import { SettingsPopover } from "./setup/settings-popover.tsx";

export type PreviewTab = "chat" | "variables" | "debug";

const TABS = ["chat", "variables", "debug"] as const satisfies readonly PreviewTab[];

type PreviewHeaderProps = { readonly tab: PreviewTab; onTab(tab: PreviewTab): void };

/** What is looked at, and what is done with the talk as a whole. */
export function PreviewHeader({ tab, onTab }: PreviewHeaderProps) {
  const t = useTexts(previewMessages);
  const { restart } = usePreview();
  const { replayOf } = useSync();
  const mayReplay = useMay("preview.recording");
  const mayTest = useMay("test.create");
  const channel = usePreviewStore((state) => state.settings.channel);
  const [dialog, setDialog] = useState<"test" | "replay" | null>(replayOf === null ? null : "replay");
  return (
    <div className="flex h-11 shrink-0 items-center gap-0.5 border-b border-line pl-2 pr-1.5">
      <Segmented
        label={t.views}
        value={tab}
        options={TABS.map((value) => ({ value, label: t.tabs[value] }))}
        onChange={onTab}
        className="mr-auto"
      />
      {channel !== "web" && <Badge>{t.setup.channels[channel]}</Badge>}
      <IconButton icon={RotateCcw} label={t.restart} onClick={() => void restart()} side="bottom" />
      <SettingsPopover />
      {(mayTest || mayReplay) && (
        <Menu trigger={<IconButton icon={Ellipsis} label={t.more} side="bottom" />}>
          {mayTest && (
            <MenuItem icon={FlaskConical} onSelect={() => setDialog("test")}>
              {t.keepAsTest}
            </MenuItem>
          )}
          {mayReplay && (
            <MenuItem icon={History} onSelect={() => setDialog("replay")}>
              {t.replay}
            </MenuItem>
          )}
        </Menu>
      )}
      {dialog === "test" && <KeepAsTest onClose={() => setDialog(null)} />}
      {dialog === "replay" && <ReplayDialog firstId={replayOf} onClose={() => setDialog(null)} />}
    </div>
  );
}
