import type { ReactNode } from "react";
import { ConversationsLayout } from "#components/conversations/conversations-layout.tsx";

export default function Layout({ children }: { readonly children: ReactNode }) {
  return <ConversationsLayout>{children}</ConversationsLayout>;
}
