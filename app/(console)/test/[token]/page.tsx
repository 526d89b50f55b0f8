import { TesterPage } from "#components/testers/tester-page.tsx";

type Props = { readonly params: Promise<{ readonly token: string }> };

export default async function Page({ params }: Props) {
  const { token } = await params;
  return <TesterPage token={token} />;
}
