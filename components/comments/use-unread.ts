import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useConsoleNews } from "#components/builder/store/sync-context.ts";
import { useTRPC } from "#components/trpc-client.ts";
import type { FlowComment } from "./use-comments.ts";

/** How many comments of this bot call the reader and were not seen yet. */
export function useUnreadMentions(): number {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const botId = useBuilder((state) => state.botId);
  const options = trpc.comment.unread.queryOptions({ botId });
  useConsoleNews((event) => {
    if (event.type === "comments-changed") void queries.invalidateQueries({ queryKey: options.queryKey });
  });
  return useQuery(options).data?.unread ?? 0;
}

/** Comments that call the reader for the first time: marked as seen on the server at once, and shown as new until the panel closes. */
export function useNewMentions(comments: readonly FlowComment[]): ReadonlySet<string> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const botId = useBuilder((state) => state.botId);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const { mutate } = useMutation(
    trpc.comment.markRead.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: trpc.comment.unread.pathKey() }),
          queries.invalidateQueries({ queryKey: trpc.bot.list.pathKey() }),
        ]),
    }),
  );
  const unread = comments.flatMap(({ id, isUnread }) => (isUnread && !seen.has(id) ? [id] : []));
  const key = unread.join(" ");
  const markSeen = useEffectEvent(() => {
    setSeen(new Set([...seen, ...unread]));
    mutate({ botId });
  });
  useEffect(() => {
    if (key !== "") markSeen();
  }, [key]);
  return seen;
}
