import { PickConversation } from "#components/conversations/pick-conversation.tsx";

export default function Page() {
  return <PickConversation />;
}
