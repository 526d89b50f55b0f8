import type { Metadata } from "next";
import { WidgetDemo } from "../../components/chat/demo/widget-demo.tsx";

export const metadata: Metadata = { title: "Widget", robots: { index: false } };

type Props = { readonly searchParams: Promise<{ readonly bot?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const { bot } = await searchParams;
  return <WidgetDemo botKey={typeof bot === "string" ? bot : null} />;
}
