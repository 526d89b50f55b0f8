import type { ReactNode } from "react";

type LabelledProps = { readonly label: string; readonly hint?: ReactNode; readonly children: ReactNode };

/** A caption over a group of controls that name themselves. */
export function Labelled({ label, hint, children }: LabelledProps) {
  return (
    <div className="flex flex-col items-start gap-1.5">
      <span aria-hidden className="text-sm font-medium text-ink">
        {label}
      </span>
      {children}
      {hint && <p className="text-sm text-ink-3">{hint}</p>}
    </div>
  );
}
