import type { Metadata } from "next";
import Script from "next/script";
import type { ReactNode } from "react";
import { ConsoleRoot } from "#components/console/console-root.tsx";

export const metadata: Metadata = { robots: { index: false } };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Script src="/theme.js" strategy="beforeInteractive" />
      <ConsoleRoot>{children}</ConsoleRoot>
    </>
  );
}
