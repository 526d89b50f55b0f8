import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";
import { useTRPC } from "#components/trpc-client.ts";
import { useBuilder } from "../store/builder-context.ts";
import { useConsoleNews } from "../store/sync-context.ts";

type Counts = ReadonlyMap<string, number>;

export const CommentCounts = createContext<Counts>(new Map());

/** Open comments on a node, by `flowId/nodeId`. */
export function useCommentCount(nodeKey: string): number {
  return useContext(CommentCounts).get(nodeKey) ?? 0;
}

/** Asked for once for the whole canvas, and again when somebody commented or resolved one. */
export function useCommentCounts(): Counts {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const botId = useBuilder((state) => state.botId);
  const options = trpc.comment.list.queryOptions({ botId, isResolved: false });
  const { data } = useQuery(options);
  useConsoleNews((event) => {
    if (event.type === "comments-changed") void queries.invalidateQueries({ queryKey: options.queryKey });
  });
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { flowId, nodeId } of data ?? []) {
      if (nodeId === null) continue;
      const key = `${flowId}/${nodeId}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }, [data]);
}
