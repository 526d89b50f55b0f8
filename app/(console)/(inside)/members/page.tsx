import { MembersPage } from "#components/settings/members-page.tsx";

type Props = { readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }> };

export default async function Page({ searchParams }: Props) {
  const { invite } = await searchParams;
  return <MembersPage isInviting={invite === "1"} />;
}
