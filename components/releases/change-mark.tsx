import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Change } from "#flows/compare/change.ts";
import { releaseMessages } from "./messages.ts";

const MARKS = { added: "+", removed: "−", changed: "~" } as const;

const TONES = {
  added: "bg-success-soft text-success-text",
  removed: "bg-danger-soft text-danger-text",
  changed: "bg-warn-soft text-warn-text",
} as const;

/** Added, removed or changed: by sign and by colour, and by name for those who see neither. */
export function ChangeMark({ type }: { readonly type: Change["type"] }) {
  const t = useTexts(releaseMessages).compare;
  return (
    <span
      role="img"
      aria-label={t.legend[type]}
      className={joinClasses(
        "inline-flex size-4 shrink-0 items-center justify-center rounded-xs font-mono text-xs font-semibold leading-none",
        TONES[type],
      )}
    >
      <span aria-hidden>{MARKS[type]}</span>
    </span>
  );
}
