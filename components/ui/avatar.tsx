import { joinClasses } from "./join-classes.ts";

type AvatarProps = {
  readonly name: string;
  /** A ground and what is readable on it; the accent's soft tone without. */
  readonly colors?: { readonly brand: string; readonly on: string } | null;
  readonly size?: "sm" | "md" | "lg";
};

const SIZES = { sm: "size-6 text-xs", md: "size-8 text-sm", lg: "size-10 text-base" } as const;

/** The first sign of a name; what stands beside it says the name, so readers of the screen skip it. */
export function Avatar({ name, colors, size = "md" }: AvatarProps) {
  const sign = [...name.trim()][0]?.toUpperCase() ?? "?";
  return (
    <span
      aria-hidden
      style={colors ? { backgroundColor: colors.brand, color: colors.on } : undefined}
      className={joinClasses(
        "inline-flex shrink-0 select-none items-center justify-center rounded-md font-semibold",
        !colors && "bg-accent-soft text-accent-text",
        SIZES[size],
      )}
    >
      {sign}
    </span>
  );
}
