import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useConsoleNews } from "#components/builder/store/sync-context.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";

export type FlowComment = Outputs["comment"]["list"][number];

/** Open or resolved comments of the bot, kept fresh while the builder is open. */
export function useComments(isResolved: boolean) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const botId = useBuilder((state) => state.botId);
  useConsoleNews((event) => {
    if (event.type === "comments-changed") {
      void queries.invalidateQueries({ queryKey: trpc.comment.pathKey() });
    }
  });
  return useQuery(trpc.comment.list.queryOptions({ botId, isResolved }));
}
