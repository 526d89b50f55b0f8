import { MissingPage } from "#components/console/missing-page.tsx";

export default function NotFound() {
  return <MissingPage />;
}
