import { BotsPage } from "#components/bots/bots-page.tsx";

export default function Page() {
  return <BotsPage />;
}
