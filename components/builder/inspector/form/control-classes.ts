/** A panel is narrow and read all day: its controls are one step smaller than those of a page. */
export const CONTROL =
  "w-full min-w-0 rounded-sm border border-line-strong bg-surface px-2.5 text-sm text-ink transition-colors duration-[var(--fast)] hover:border-ink-3 focus-visible:border-accent focus-visible:outline-2 focus-visible:-outline-offset-1 disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-danger read-only:bg-sunken";

export const INPUT = `${CONTROL} h-8`;

export const TEXTAREA = `${CONTROL} min-h-16 resize-y py-1.5 leading-5`;
