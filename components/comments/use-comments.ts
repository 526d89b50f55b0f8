import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
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

/** Open comments by `flowId/nodeId`, for badges on the canvas. */
export function useCommentCounts(): ReadonlyMap<string, number> {
  const { data } = useComments(false);
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { flowId, nodeId } of data ?? []) {
      const key = `${flowId}/${nodeId ?? ""}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }, [data]);
}
