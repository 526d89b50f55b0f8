import { LabelsPage } from "#components/knowledge/quality/labels/labels-page.tsx";

export default function Page() {
  return <LabelsPage />;
}
