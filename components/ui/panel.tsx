import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

type PanelProps = {
  readonly title?: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly isFlush?: boolean;
  readonly className?: string;
};

/** One group of things on a page: a hairline around, its name on top. */
export function Panel({ title, description, actions, children, isFlush = false, className }: PanelProps) {
  return (
    <section
      {...(title ? { "aria-label": title } : {})}
      className={joinClasses("rounded-lg border border-line bg-surface", className)}
    >
      {title && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4">
          <div className="min-w-0">
            <h2 className="text-base font-semibold text-ink">{title}</h2>
            {description && <p className="mt-0.5 max-w-160 text-sm text-ink-2">{description}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className={isFlush ? (title ? "pt-3" : "") : "px-5 pb-5 pt-4"}>{children}</div>
    </section>
  );
}
