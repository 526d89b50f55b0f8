import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = {
  readonly icon: LucideIcon;
  readonly title: string;
  /** Teaches what would be here and how it gets here. */
  readonly body: ReactNode;
  readonly action?: ReactNode;
};

export function EmptyState({ icon: Icon, title, body, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <span className="mb-4 inline-flex size-11 items-center justify-center rounded-lg bg-accent-soft text-accent-text">
        <Icon className="size-5" aria-hidden />
      </span>
      <h2 className="text-lg font-semibold text-ink">{title}</h2>
      <div className="mt-1 max-w-110 text-base text-ink-2">{body}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
