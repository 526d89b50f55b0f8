"use client";

import { SlidersHorizontal } from "lucide-react";
import { Popover } from "radix-ui";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { NO_FAULTS } from "../engine/preview-settings.ts";
import { previewMessages } from "../messages.ts";
import { usePreview } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";
import { VersionField } from "../version/version-field.tsx";
import { ClockFields } from "./clock-fields.tsx";
import { FaultFields } from "./fault-fields.tsx";
import { SimulateFields } from "./simulate-fields.tsx";
import { VisitorFields } from "./visitor-fields.tsx";

/** Who talks, where, when, and what goes wrong on purpose. */
export function SettingsPopover() {
  const t = useTexts(previewMessages);
  const { restart } = usePreview();
  const hasFaults = usePreviewStore(
    ({ settings: { faults, at } }) =>
      at !== null ||
      Object.entries(NO_FAULTS).some(([name, none]) => faults[name as keyof typeof faults] !== none),
  );
  return (
    <Popover.Root>
      <Tooltip text={t.settings} side="bottom">
        <Popover.Trigger
          aria-label={t.settings}
          className="relative inline-flex size-8 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink data-[state=open]:bg-hover"
        >
          <SlidersHorizontal className="size-4" aria-hidden />
          {hasFaults && <span aria-hidden className="absolute right-1 top-1 size-1.5 rounded-full bg-warn" />}
        </Popover.Trigger>
      </Tooltip>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t.settings}
          onKeyDown={(event) => event.key !== "Escape" && event.stopPropagation()}
          className="pop z-40 flex max-h-[min(640px,var(--radix-popover-content-available-height))] w-88 max-w-[calc(100vw-16px)] flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-panel outline-none"
        >
          <div className="flex min-h-0 flex-col gap-4 overflow-y-auto p-4">
            <VersionField />
            <VisitorFields />
            <ClockFields />
            <FaultFields />
            <SimulateFields />
          </div>
          <footer className="flex justify-end border-t border-line p-3">
            <Popover.Close asChild>
              <Button look="primary" onClick={() => void restart()}>
                {t.setup.apply}
              </Button>
            </Popover.Close>
          </footer>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
