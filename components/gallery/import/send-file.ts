import { z } from "zod";
import { type BundleFile, toBundleFile } from "#flows/transfer/bundle-file.ts";

const answerSchema = z.object({ botId: z.string(), tests: z.number() });

type Sending = {
  readonly file: BundleFile;
  /** Null makes a new bot. */
  readonly botId: string | null;
};

/** Uploads a bot; too large for a procedure. Null when the server did not take it. */
export async function sendFile({
  file,
  botId,
}: Sending): Promise<{ readonly botId: string; readonly tests: number } | null> {
  const query = new URLSearchParams(botId === null ? { name: file.name } : { bot: botId });
  const response = await fetch(`/console/import?${query}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: toBundleFile(file),
  }).catch(() => null);
  if (!response?.ok) return null;
  return answerSchema.safeParse(await response.json()).data ?? null;
}
