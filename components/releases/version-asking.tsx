"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { GrayDialog } from "./gray-dialog.tsx";
import { DEFAULT_GRAY_PLAN } from "./gray-plan.ts";
import { releaseMessages } from "./messages.ts";
import { RunningDialog } from "./running-dialog.tsx";
import { useReleaseActions } from "./use-release-actions.ts";
import type { ListedVersion } from "./version-row.tsx";

export type VersionAct = "roll-back" | "restore" | "gray";

type VersionAskingProps = { readonly version: ListedVersion; readonly act: VersionAct; onClose(): void };

/** Asks before one version takes the place of another, and says what stays. */
export function VersionAsking({ version, act, onClose }: VersionAskingProps) {
  const t = useTexts(releaseMessages);
  const actions = useReleaseActions();
  const closeAfter = (work: Promise<boolean>) => void work.then((isDone) => isDone && onClose());
  if (act === "roll-back") {
    return (
      <RunningDialog
        title={t.versions.rollBackTitle(version.number)}
        body={t.versions.rollBackBody}
        question={t.running.titleAny}
        action={t.versions.rollBackGo}
        isBusy={actions.isBusy}
        onConfirm={(running) => closeAfter(actions.rollBack(version.id, running))}
        onClose={onClose}
      />
    );
  }
  if (act === "gray") {
    return (
      <GrayDialog
        title={t.gray.startTitle(version.number)}
        action={t.dialog.goGray}
        start={DEFAULT_GRAY_PLAN}
        isBusy={actions.isBusy}
        onConfirm={(terms) => closeAfter(actions.startGray({ versionId: version.id, ...terms }))}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      isOpen
      title={t.versions.restoreTitle(version.number)}
      body={t.versions.restoreBody}
      action={t.versions.restore}
      isDangerous={false}
      isBusy={actions.isBusy}
      onConfirm={() => closeAfter(actions.restore(version.id))}
      onClose={onClose}
    />
  );
}
