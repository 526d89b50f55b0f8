/** A bubble with a tick: asked and answered. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className ?? "size-7"}>
      <path
        d="M9 3h14a7 7 0 0 1 7 7v8a7 7 0 0 1-7 7h-6.2l-5.5 4.3a1 1 0 0 1-1.6-.8V25H9a7 7 0 0 1-7-7v-8a7 7 0 0 1 7-7Z"
        className="fill-accent"
      />
      <path
        d="m10.5 14.4 3.9 3.8 7.4-7.6"
        fill="none"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-accent-on"
      />
    </svg>
  );
}
