import { SetupPage } from "#components/console/setup-page.tsx";

type Props = { readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }> };

export default async function Page({ searchParams }: Props) {
  const { token } = await searchParams;
  return <SetupPage token={typeof token === "string" ? token : null} />;
}
