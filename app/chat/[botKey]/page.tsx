import type { Metadata } from "next";
import { ChatPage } from "../../../components/chat/chat-page.tsx";

// A talk is private: search engines have nothing to find here.
export const metadata: Metadata = { robots: { index: false } };

type Props = {
  readonly params: Promise<{ botKey: string }>;
  readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }>;
};

export default async function Page({ params, searchParams }: Props) {
  const { botKey } = await params;
  const { embed, locale, origin } = await searchParams;
  return (
    <ChatPage
      botKey={botKey}
      isEmbedded={embed === "1"}
      wantedLocale={typeof locale === "string" ? locale : null}
      hostOrigin={typeof origin === "string" ? origin : null}
    />
  );
}
