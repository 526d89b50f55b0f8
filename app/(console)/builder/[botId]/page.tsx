import { BuilderPage } from "#components/builder/builder-page.tsx";

type Props = {
  readonly params: Promise<{ readonly botId: string }>;
  readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }>;
};

export default async function Page({ params, searchParams }: Props) {
  const { botId } = await params;
  const { replay, node } = await searchParams;
  return (
    <BuilderPage
      botId={botId}
      replayOf={typeof replay === "string" ? replay : null}
      nodeId={typeof node === "string" ? node : null}
    />
  );
}
