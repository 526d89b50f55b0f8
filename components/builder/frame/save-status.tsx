"use client";

import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import { Popover } from "radix-ui";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { builderMessages } from "../messages.ts";
import { useBuilder } from "../store/builder-context.ts";
import type { Saving } from "../store/builder-store.ts";
import { useSync } from "../store/sync-context.ts";

const LOOKS = {
  saved: { icon: Check, classes: "text-ink-3" },
  saving: { icon: LoaderCircle, classes: "text-ink-3" },
  offline: { icon: CloudOff, classes: "text-warn-text" },
  failed: { icon: TriangleAlert, classes: "text-danger-text" },
} as const satisfies Readonly<Record<Saving["status"], object>>;

/** Whether what is on the screen is safe, in one word; when it is not, why, and what can be done. */
export function SaveStatus() {
  const t = useTexts(builderMessages).saving;
  const toErrorText = useErrorText();
  const saving = useBuilder((state) => state.saving);
  const { sync } = useSync();
  const { icon: Icon, classes } = LOOKS[saving.status];
  const label = saving.status === "offline" ? t.offline(saving.waiting) : t[saving.status];
  const isSafe = saving.status === "saved" || saving.status === "saving";
  const content = (
    <>
      <Icon className={joinClasses("size-3.5", saving.status === "saving" && "animate-spin")} aria-hidden />
      <span className={isSafe ? "max-sm:sr-only" : undefined}>{label}</span>
    </>
  );
  if (isSafe) {
    return (
      <span
        role="status"
        className={joinClasses("inline-flex items-center gap-1.5 whitespace-nowrap text-sm", classes)}
      >
        {content}
      </span>
    );
  }
  return (
    <Popover.Root>
      <Popover.Trigger
        className={joinClasses(
          "inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-sm px-2 text-sm hover:bg-hover",
          classes,
        )}
      >
        <span role="status" className="inline-flex items-center gap-1.5">
          {content}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="pop z-50 w-72 rounded-md border border-line bg-raised p-3.5 text-sm text-ink-2 shadow-pop outline-none"
        >
          <p>{saving.status === "offline" ? t.offlineHint : t.failedHint}</p>
          {saving.status === "failed" && (
            <p className="mt-1.5 text-danger-text">{toErrorText(saving.error)}</p>
          )}
          <Button size="sm" className="mt-3" onClick={() => sync?.retry()}>
            {t.retry}
          </Button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
