import { SignInPage } from "#components/console/sign-in-page.tsx";

type Props = { readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }> };

export default async function Page({ searchParams }: Props) {
  const { next } = await searchParams;
  return <SignInPage next={typeof next === "string" ? next : null} />;
}
