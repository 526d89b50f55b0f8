"use client";

import { LoaderCircle, type LucideIcon } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { joinClasses } from "./join-classes.ts";

export type ButtonLook = "primary" | "secondary" | "ghost" | "danger" | "danger-ghost";

type ButtonProps = ComponentProps<"button"> & {
  readonly look?: ButtonLook;
  readonly size?: "sm" | "md" | "lg";
  readonly icon?: LucideIcon;
  /**
   * Busy buttons keep their width and take no second click. Given at all, the button begins work: the second of a double click, which
   * comes before the first has made it busy, is not another wish.
   */
  readonly isBusy?: boolean;
  /** Lends its look to the one child, such as a link. */
  readonly asChild?: boolean;
};

const LOOKS = {
  primary: "bg-accent text-accent-on hover:bg-accent-hover",
  secondary: "border border-line-strong bg-surface text-ink hover:bg-hover",
  ghost: "text-ink-2 hover:bg-hover hover:text-ink",
  danger: "bg-danger text-white hover:brightness-95",
  "danger-ghost": "text-danger-text hover:bg-danger-soft",
} as const satisfies Readonly<Record<ButtonLook, string>>;

const SIZES = {
  sm: "h-7 gap-1.5 rounded-sm px-2.5 text-sm",
  md: "h-8 gap-1.5 rounded-sm px-3 text-sm",
  lg: "h-10 gap-2 rounded-md px-4 text-base",
} as const;

export function Button({
  look = "secondary",
  size = "md",
  icon: Icon,
  isBusy,
  asChild = false,
  className,
  children,
  disabled,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const classes = joinClasses(
    "relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-medium transition-colors duration-[var(--fast)]",
    "disabled:pointer-events-none disabled:opacity-50 aria-busy:opacity-80",
    LOOKS[look],
    SIZES[size],
    className,
  );
  if (asChild) {
    return (
      <Slot.Root className={classes} onClick={onClick} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type={type}
      className={classes}
      disabled={disabled === true || isBusy === true}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (isBusy !== undefined && event.detail > 1) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {isBusy ? (
        <LoaderCircle className="size-4 animate-spin" aria-hidden />
      ) : (
        Icon && <Icon className="size-4" aria-hidden />
      )}
      {children}
    </button>
  );
}
