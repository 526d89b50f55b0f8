import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";

/** A button that shows only a picture: the name is for screen readers and as a tooltip. */
export function IconButton({
  icon: Icon,
  name,
  className = "",
  ...rest
}: ComponentProps<"button"> & { readonly icon: LucideIcon; readonly name: string }) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      className={`chat-tap grid size-9 shrink-0 place-items-center rounded-md text-ink-3 transition-colors hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-40 ${className}`}
      {...rest}
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} />
    </button>
  );
}
