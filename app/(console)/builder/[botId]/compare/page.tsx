import { ComparePage } from "#components/releases/compare-page.tsx";

type Props = {
  readonly params: Promise<{ readonly botId: string }>;
  readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }>;
};

export default async function Page({ params, searchParams }: Props) {
  const { botId } = await params;
  const { from, to } = await searchParams;
  return (
    <ComparePage
      botId={botId}
      from={typeof from === "string" ? from : null}
      to={typeof to === "string" ? to : null}
    />
  );
}
