import { KnowledgePage } from "#components/knowledge/knowledge-page.tsx";

export default function Page() {
  return <KnowledgePage />;
}
