import { SettingsPage } from "#components/settings/settings-page.tsx";

type Props = { readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }> };

export default async function Page({ searchParams }: Props) {
  const { tab } = await searchParams;
  return <SettingsPage tab={typeof tab === "string" ? tab : null} />;
}
