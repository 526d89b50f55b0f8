import type { ReactNode } from "react";

/** A caption on the left, its control on the right. */
export function SetupRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-3">
      <span aria-hidden className="shrink-0 text-sm text-ink-2">
        {label}
      </span>
      {children}
    </div>
  );
}

type SetupGroupProps = { readonly title: string; readonly hint?: string; readonly children: ReactNode };

export function SetupGroup({ title, hint, children }: SetupGroupProps) {
  return (
    <section
      aria-label={title}
      className="flex flex-col gap-1.5 border-t border-line pt-3 first:border-0 first:pt-0"
    >
      <h3 className="flex items-baseline justify-between gap-2 text-sm font-semibold text-ink">
        {title}
        {hint && <span className="text-xs font-normal text-ink-3">{hint}</span>}
      </h3>
      {children}
    </section>
  );
}
