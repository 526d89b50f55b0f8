"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";

// The reader's language, look and session are known to the browser only; nothing of the console is rendered on the server.
const ConsoleApp = dynamic(() => import("./console-app.tsx").then((module) => module.ConsoleApp), {
  ssr: false,
  loading: () => <div className="min-h-dvh bg-canvas" />,
});

export function ConsoleRoot({ children }: { readonly children: ReactNode }) {
  return <ConsoleApp>{children}</ConsoleApp>;
}
