"use client";

import { ChevronRight } from "lucide-react";
import { Switch } from "radix-ui";
import { type ReactNode, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { FlowSettings } from "#flows/kernel/flow.ts";
import { useBuilder } from "../../store/builder-context.ts";
import { panelMessages } from "./messages.ts";
import { useSettings, useSettingsEdit } from "./use-settings.ts";

type RepairRowProps = { readonly name: keyof FlowSettings["repair"]; readonly children: ReactNode };

/** One way of changing course: on or off, and what belongs to it behind a fold. */
export function RepairRow({ name, children }: RepairRowProps) {
  const t = useTexts(panelMessages).settings;
  const { repair } = useSettings();
  const edit = useSettingsEdit();
  const canEdit = useBuilder((state) => state.canEdit);
  const asked = useBuilder(
    (state) => state.focusRequest?.path?.startsWith(`settings.repair.${name}`) === true,
  );
  const [isOpened, setOpened] = useState<boolean | null>(null);
  const isOpen = isOpened ?? asked;
  const { title, hint } = t.repairs[name];
  return (
    <li data-path={`settings.repair.${name}`}>
      <div className="flex items-center gap-2 py-2 pl-2 pr-3">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpened(!isOpen)}
          className="flex min-w-0 flex-1 items-start gap-1.5 rounded-sm text-left"
        >
          <ChevronRight
            className={joinClasses(
              "mt-0.5 size-4 shrink-0 text-ink-3 transition-transform duration-[var(--fast)]",
              isOpen && "rotate-90",
            )}
            aria-hidden
          />
          <span className="min-w-0">
            <span className="block text-sm font-medium text-ink">{title}</span>
            <span className="block text-xs text-ink-3">{hint}</span>
          </span>
        </button>
        {name === "human" ? (
          <Badge tone="success">{t.alwaysOn}</Badge>
        ) : (
          <Switch.Root
            aria-label={title}
            checked={repair[name].enabled}
            disabled={!canEdit}
            onCheckedChange={(enabled) =>
              edit(`repair.${name}.enabled`, (settings) => ({
                ...settings,
                repair: { ...settings.repair, [name]: { ...settings.repair[name], enabled } },
              }))
            }
            className="relative h-5 w-9 shrink-0 rounded-full bg-ink-3 transition-colors duration-[var(--fast)] disabled:opacity-50 data-[state=checked]:bg-accent"
          >
            <Switch.Thumb className="block size-4 translate-x-0.5 rounded-full bg-white transition-transform duration-[var(--fast)] data-[state=checked]:translate-x-[18px]" />
          </Switch.Root>
        )}
      </div>
      {isOpen && <div className="flex flex-col gap-4 border-t border-line p-3">{children}</div>}
    </li>
  );
}
