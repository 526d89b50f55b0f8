import { BotPage } from "#components/bots/bot-page.tsx";

type Props = {
  readonly params: Promise<{ readonly botId: string }>;
  readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }>;
};

export default async function Page({ params, searchParams }: Props) {
  const { botId } = await params;
  const { tab } = await searchParams;
  return <BotPage botId={botId} tab={typeof tab === "string" ? tab : null} />;
}
