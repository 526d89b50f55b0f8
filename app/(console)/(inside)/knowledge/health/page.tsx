import { HealthPage } from "#components/knowledge/quality/health/health-page.tsx";

export default function Page() {
  return <HealthPage />;
}
