import { LearningPage } from "#components/knowledge/learning/learning-page.tsx";

export default function Page() {
  return <LearningPage />;
}
