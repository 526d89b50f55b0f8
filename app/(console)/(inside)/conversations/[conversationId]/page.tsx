import { ConversationPage } from "#components/conversations/conversation-page.tsx";

type Props = { readonly params: Promise<{ readonly conversationId: string }> };

export default async function Page({ params }: Props) {
  const { conversationId } = await params;
  return <ConversationPage conversationId={conversationId} />;
}
