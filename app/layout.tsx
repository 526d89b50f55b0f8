import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = { title: { default: "Jieda 解答", template: "%s · Jieda 解答" } };

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

// A face sets `lang` and `data-theme` for its reader before or after hydration; React must not put them back.
export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="zh-CN" suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
