import { joinClasses } from "#components/ui/join-classes.ts";

type ProgressBarProps = {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly className?: string;
};

/** Green for what passed, red for what did not; before the first result it only breathes. */
export function ProgressBar({ done, total, failed, className }: ProgressBarProps) {
  const share = (count: number) => `${total === 0 ? 0 : (count / total) * 100}%`;
  return (
    <div
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      className={joinClasses(
        "flex h-1.5 overflow-hidden rounded-full bg-pressed",
        done === 0 && "animate-pulse",
        className,
      )}
    >
      <span className="bg-success transition-[width]" style={{ width: share(done - failed) }} />
      <span className="bg-danger transition-[width]" style={{ width: share(failed) }} />
    </div>
  );
}
