"use client";

import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { joinClasses } from "./join-classes.ts";
import { Tooltip } from "./tooltip.tsx";

type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  readonly icon: LucideIcon;
  /** Its accessible name and its hint. */
  readonly label: string;
  readonly side?: "top" | "right" | "bottom" | "left";
};

export function IconButton({ icon: Icon, label, side = "top", className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} side={side}>
      <button
        type="button"
        aria-label={label}
        className={joinClasses(
          "inline-flex size-8 shrink-0 items-center justify-center rounded-sm text-ink-2 transition-colors duration-[var(--fast)] hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-50",
          className,
        )}
        {...rest}
      >
        <Icon className="size-4" aria-hidden />
      </button>
    </Tooltip>
  );
}
