import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

export type Tone = "neutral" | "accent" | "success" | "warn" | "danger" | "info";

const TONES = {
  neutral: "bg-sunken text-ink-2",
  accent: "bg-accent-soft text-accent-text",
  success: "bg-success-soft text-success-text",
  warn: "bg-warn-soft text-warn-text",
  danger: "bg-danger-soft text-danger-text",
  info: "bg-info-soft text-info-text",
} as const satisfies Readonly<Record<Tone, string>>;

const DOTS = {
  neutral: "bg-ink-3",
  accent: "bg-accent",
  success: "bg-success",
  warn: "bg-warn",
  danger: "bg-danger",
  info: "bg-info",
} as const satisfies Readonly<Record<Tone, string>>;

type BadgeProps = { readonly tone?: Tone; readonly hasDot?: boolean; readonly children: ReactNode };

export function Badge({ tone = "neutral", hasDot = false, children }: BadgeProps) {
  return (
    <span
      className={joinClasses(
        "inline-flex h-5 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-xs px-1.5 text-xs font-medium",
        TONES[tone],
      )}
    >
      {hasDot && <span className={joinClasses("size-1.5 rounded-full", DOTS[tone])} aria-hidden />}
      {children}
    </span>
  );
}
