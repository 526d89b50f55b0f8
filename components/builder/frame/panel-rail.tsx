"use client";

import { useUnreadMentions } from "#components/comments/use-unread.ts";
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
  const badges = useBadges();
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
      {/* as: Object.entries forgets the key type; the record's keys are panel names. */}
      {(Object.entries(PANELS) as [PanelName, NonNullable<(typeof PANELS)[PanelName]>][]).map(
        ([name, entry]) => (
          <RailButton
            key={name}
            name={name}
            icon={entry.icon}
            isOpen={panel === name}
            badge={badges[name] ?? null}
            onToggle={toggle}
          />
        ),
      )}
    </nav>
  );
}

type RailButtonProps = {
  readonly name: PanelName;
  readonly icon: NonNullable<(typeof PANELS)[PanelName]>["icon"];
  readonly isOpen: boolean;
  readonly badge: RailBadge | null;
  onToggle(name: PanelName): void;
};

function RailButton({ name, icon: Icon, isOpen, badge, onToggle }: RailButtonProps) {
  const label = useTexts(builderMessages).panelNames[name];
  return (
    <Tooltip text={label} side="left">
      <button
        type="button"
        aria-label={badge === null ? label : `${label} ${badge.text}`}
        aria-pressed={isOpen}
        onClick={() => onToggle(name)}
        className={joinClasses(
          "relative inline-flex size-8 shrink-0 items-center justify-center rounded-sm transition-colors duration-[var(--fast)]",
          isOpen ? "bg-accent-soft text-accent-text" : "text-ink-2 hover:bg-hover hover:text-ink",
        )}
      >
        <Icon className="size-4" aria-hidden />
        {badge && (
          <span
            aria-hidden
            className={joinClasses(
              "absolute -right-0.5 -top-0.5 grid h-4 min-w-4 place-items-center rounded-full px-1 text-[10px] font-semibold leading-none text-white tabular-nums",
              BADGES[badge.tone],
            )}
          >
            {badge.text}
          </span>
        )}
      </button>
    </Tooltip>
  );
}

type RailBadge = { readonly text: string; readonly tone: keyof typeof BADGES };

const COUNT_MAX = 99;
const BADGES = { danger: "bg-danger", warn: "bg-warn", accent: "bg-accent" } as const;

/** What waits behind each button: problems, edits that lost, comments that call the reader. */
function useBadges(): { readonly [name in PanelName]?: RailBadge | null } {
  const errors = useBuilder(({ problems }) => problems.filter(({ severity }) => severity === "error").length);
  const problems = useBuilder((state) => state.problems.length);
  const conflicts = useBuilder((state) => state.conflicts.length);
  const mentions = useUnreadMentions();
  return {
    problems: errors > 0 ? toBadge(errors, "danger") : toBadge(problems, "warn"),
    recovery: toBadge(conflicts, "warn"),
    comments: toBadge(mentions, "accent"),
  };
}

function toBadge(count: number, tone: RailBadge["tone"]): RailBadge | null {
  if (count === 0) return null;
  return { text: count > COUNT_MAX ? `${COUNT_MAX}+` : String(count), tone };
}
