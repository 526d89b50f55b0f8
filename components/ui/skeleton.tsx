import { joinClasses } from "./join-classes.ts";

/** The shape of what is coming, in its place, so that nothing jumps. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={joinClasses("block animate-pulse rounded-xs bg-pressed", className)} />;
}
