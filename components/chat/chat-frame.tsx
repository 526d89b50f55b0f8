import type { ReactNode } from "react";

/** The room that a chat fills: all of a phone or a widget, a calm sheet on a desktop. */
export function ChatFrame({
  isEmbedded,
  children,
}: {
  readonly isEmbedded: boolean;
  readonly children: ReactNode;
}) {
  if (isEmbedded) return <main className="h-dvh overflow-hidden bg-surface">{children}</main>;
  return (
    <div className="h-dvh bg-canvas md:grid md:place-items-center md:p-6">
      <main className="h-full w-full overflow-hidden bg-surface md:h-[min(100%,960px)] md:max-w-[760px] md:rounded-xl md:border md:border-line md:shadow-pop">
        {children}
      </main>
    </div>
  );
}
