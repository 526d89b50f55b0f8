import { type BundleFile, toBundleFile } from "#flows/transfer/bundle-file.ts";

type Sending = {
  readonly file: BundleFile;
  /** Null makes a new bot. */
  readonly botId: string | null;
};

/** Uploads a bot; too large for a procedure. Null when the server did not take it. */
export async function sendFile({ file, botId }: Sending): Promise<{ readonly botId: string } | null> {
  const query = new URLSearchParams(botId === null ? { name: file.name } : { bot: botId });
  const response = await fetch(`/console/import?${query}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: toBundleFile(file),
  }).catch(() => null);
  if (!response?.ok) return null;
  const answer: unknown = await response.json();
  const isAnswer =
    typeof answer === "object" && answer !== null && "botId" in answer && typeof answer.botId === "string";
  return isAnswer ? { botId: String(answer.botId) } : null;
}
