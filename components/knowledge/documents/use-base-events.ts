import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTRPC } from "#components/trpc-client.ts";
import type { ConsoleEvent } from "#server/live/console-bus.ts";

/** Keeps what is shown of a base's documents and vectors level with what happens to them; after a break, with what was missed. */
export function useBaseEvents(baseId: string): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refreshDocuments = (): void => {
    void queries.invalidateQueries(trpc.knowledge.document.list.pathFilter());
    void queries.invalidateQueries(trpc.knowledge.document.get.pathFilter());
  };
  const refreshVectors = (): void => {
    void queries.invalidateQueries(trpc.knowledge.vectors.state.queryFilter({ baseId }));
  };
  const hear = useEffectEvent(({ type }: ConsoleEvent): void => {
    if (type === "documents-changed") refreshDocuments();
    if (type === "vectors-changed") refreshVectors();
  });
  const open = useEffectEvent((): void => {
    refreshDocuments();
    refreshVectors();
  });
  useEffect(() => {
    const source = new EventSource(`/console/events?base=${baseId}`);
    source.onopen = () => open();
    // as: what our own server sends (`ConsoleEvent`); a page older than its server ignores what it does not know.
    source.onmessage = ({ data }) => hear(JSON.parse(String(data)) as ConsoleEvent);
    return () => source.close();
  }, [baseId]);
}
