import { BasePage } from "#components/knowledge/base-page.tsx";

type Props = {
  readonly params: Promise<{ readonly baseId: string }>;
  readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }>;
};

export default async function Page({ params, searchParams }: Props) {
  const { baseId } = await params;
  const { tab } = await searchParams;
  return <BasePage baseId={baseId} tab={typeof tab === "string" ? tab : null} />;
}
