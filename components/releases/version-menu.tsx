"use client";

import { GitCompareArrows, MoreHorizontal, Percent, RotateCcw, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { releaseMessages } from "./messages.ts";
import type { VersionAct } from "./version-asking.tsx";
import type { VersionRowProps } from "./version-row.tsx";

type VersionMenuProps = VersionRowProps & { onAsk(act: VersionAct): void };

/** Rolling back stands in the open: one click here, one to confirm. */
export function VersionMenu(props: VersionMenuProps) {
  const { botId, version, previousId, liveVersionId, gray, onAsk } = props;
  const t = useTexts(releaseMessages);
  const router = useRouter();
  const mayRelease = useMay("release.rollBack");
  const mayRestore = useMay("version.restoreToDraft");
  const compare = (from: string, to: string) =>
    router.push(`/builder/${botId}/compare?from=${from}&to=${to}`);
  const canServe = liveVersionId !== null && !version.isLive;
  return (
    <div className="flex shrink-0 items-center gap-1">
      {mayRelease && canServe && (
        <Button size="sm" icon={Undo2} onClick={() => onAsk("roll-back")}>
          {t.versions.rollBackGo}
        </Button>
      )}
      <Menu trigger={<IconButton icon={MoreHorizontal} label={t.versions.actions(version.number)} />}>
        <MenuItem icon={GitCompareArrows} onSelect={() => compare(version.id, "draft")}>
          {t.versions.compareDraft}
        </MenuItem>
        {canServe && (
          <MenuItem icon={GitCompareArrows} onSelect={() => compare(version.id, liveVersionId)}>
            {t.versions.compareLive}
          </MenuItem>
        )}
        {previousId !== null && (
          <MenuItem icon={GitCompareArrows} onSelect={() => compare(previousId, version.id)}>
            {t.versions.comparePrevious}
          </MenuItem>
        )}
        {mayRestore && <MenuLine />}
        {mayRestore && (
          <MenuItem icon={RotateCcw} onSelect={() => onAsk("restore")}>
            {t.versions.restore}
          </MenuItem>
        )}
        {mayRelease && canServe && gray === null && (
          <MenuItem icon={Percent} onSelect={() => onAsk("gray")}>
            {t.gray.start}
          </MenuItem>
        )}
      </Menu>
    </div>
  );
}
