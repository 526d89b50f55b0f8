import { BatchPage } from "#components/testing/batch/batch-page.tsx";

type Props = {
  readonly params: Promise<{ readonly botId: string }>;
  readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }>;
};

export default async function Page({ params, searchParams }: Props) {
  const { botId } = await params;
  const { run } = await searchParams;
  return <BatchPage key={String(run)} botId={botId} runId={typeof run === "string" ? run : null} />;
}
