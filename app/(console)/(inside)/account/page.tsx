import { AccountPage } from "#components/settings/account-page.tsx";

export default function Page() {
  return <AccountPage />;
}
