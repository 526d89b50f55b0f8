"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { builderMessages } from "../messages.ts";
import { useBuilder } from "../store/builder-context.ts";
import type { PanelName } from "../store/builder-store.ts";
import { PANELS } from "./panels.ts";

/** The strip of icons that opens and closes panels; at the right on wide screens, below on phones. */
export function PanelRail() {
  const t = useTexts(builderMessages);
  const panel = useBuilder((state) => state.panel);
  const setPanel = useBuilder((state) => state.setPanel);
  const setPreviewOpen = useBuilder((state) => state.setPreviewOpen);
  const toggle = (name: PanelName): void => {
    // On a phone there is room for one sheet.
    if (panel !== name && window.matchMedia("(max-width: 767px)").matches) setPreviewOpen(false);
    setPanel(panel === name ? null : name);
  };
  return (
    <nav
      aria-label={t.panels}
      data-tour="panels"
      className="flex shrink-0 gap-1 border-line bg-surface p-1.5 max-md:justify-around max-md:overflow-x-auto max-md:border-t md:w-11 md:flex-col md:border-l"
    >
      {Object.entries(PANELS).map(([name, entry]) => (
        <RailButton
          key={name}
          // as: Object.entries forgets the key type; the record's keys are panel names.
          name={name as PanelName}
          icon={entry.icon}
          isOpen={panel === name}
          onToggle={toggle}
        />
      ))}
    </nav>
  );
}

type RailButtonProps = {
  readonly name: PanelName;
  readonly icon: NonNullable<(typeof PANELS)[PanelName]>["icon"];
  readonly isOpen: boolean;
  onToggle(name: PanelName): void;
};

function RailButton({ name, icon: Icon, isOpen, onToggle }: RailButtonProps) {
  const label = useTexts(builderMessages).panelNames[name];
  const count = useBadge(name);
  return (
    <Tooltip text={label} side="left">
      <button
        type="button"
        aria-label={count === null ? label : `${label} (${count.text})`}
        aria-pressed={isOpen}
        onClick={() => onToggle(name)}
        className={joinClasses(
          "relative inline-flex size-8 shrink-0 items-center justify-center rounded-sm transition-colors duration-[var(--fast)]",
          isOpen ? "bg-accent-soft text-accent-text" : "text-ink-2 hover:bg-hover hover:text-ink",
        )}
      >
        <Icon className="size-4" aria-hidden />
        {count && (
          <span
            aria-hidden
            className={joinClasses(
              "absolute -right-0.5 -top-0.5 grid h-4 min-w-4 place-items-center rounded-full px-1 text-[10px] font-semibold leading-none text-white tabular-nums",
              count.isSerious ? "bg-danger" : "bg-warn",
            )}
          >
            {count.text}
          </span>
        )}
      </button>
    </Tooltip>
  );
}

const COUNT_MAX = 99;

function useBadge(name: PanelName): { readonly text: string; readonly isSerious: boolean } | null {
  const errors = useBuilder(({ problems }) =>
    name === "problems" ? problems.filter(({ severity }) => severity === "error").length : 0,
  );
  const count = useBuilder(({ problems, conflicts }) =>
    name === "problems" ? problems.length : name === "recovery" ? conflicts.length : 0,
  );
  if (count === 0) return null;
  const shown = errors > 0 ? errors : count;
  return { text: shown > COUNT_MAX ? `${COUNT_MAX}+` : String(shown), isSerious: errors > 0 };
}
