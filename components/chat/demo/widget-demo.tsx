"use client";

import dynamic from "next/dynamic";

// The reader's language is known to the browser only.
const DemoShop = dynamic(() => import("./demo-shop.tsx").then((module) => module.DemoShop), { ssr: false });

/** A page as an operator's customer has it before them, with the widget on it. */
export function WidgetDemo({ botKey }: { readonly botKey: string | null }) {
  return (
    <main className="min-h-dvh bg-canvas">
      <DemoShop botKey={botKey} />
    </main>
  );
}
