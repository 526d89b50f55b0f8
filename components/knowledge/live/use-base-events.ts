import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTRPC } from "#components/trpc-client.ts";
import type { ConsoleEvent } from "#server/live/console-bus.ts";
import { listenWhileSeen } from "./listen-while-seen.ts";

/** Keeps what is shown of a base level with what happens to its documents, facts, vectors and releases; after a break, with what was missed. */
export function useBaseEvents(baseId: string): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { document, graph, vectors, releaseProgress } = trpc.knowledge;
  const refreshDocuments = (): void => {
    void queries.invalidateQueries(document.list.pathFilter());
    void queries.invalidateQueries(document.get.pathFilter());
  };
  const refreshFacts = (): void => {
    void queries.invalidateQueries(graph.sources.queryFilter({ baseId }));
    void queries.invalidateQueries(graph.facts.pathFilter());
  };
  const refreshVectors = (): void => {
    void queries.invalidateQueries(vectors.state.queryFilter({ baseId }));
  };
  const refreshRelease = (): void => {
    void queries.invalidateQueries(releaseProgress.queryFilter({ baseId }));
  };
  const hear = useEffectEvent((event: ConsoleEvent): void => {
    if (event.type === "documents-changed") refreshDocuments();
    if (event.type === "vectors-changed") refreshVectors();
    if (event.type === "graph-changed") {
      refreshFacts();
      // Whether a document holds entries is found together with its facts.
      refreshDocuments();
    }
    if (event.type === "base-releasing")
      queries.setQueryData(releaseProgress.queryKey({ baseId }), {
        ...({ type: "running" } as const),
        ...event.progress,
      });
    if (event.type === "base-release-ended") {
      queries.setQueryData(releaseProgress.queryKey({ baseId }), null);
      void queries.invalidateQueries(trpc.knowledge.pathFilter());
    }
  });
  const open = useEffectEvent((): void => {
    refreshDocuments();
    refreshFacts();
    refreshVectors();
    refreshRelease();
  });
  useEffect(
    () =>
      listenWhileSeen(`/console/events?base=${baseId}`, {
        onOpen: () => open(),
        // as: what our own server sends (`ConsoleEvent`); a page older than its server ignores what it does not know.
        onData: (data) => hear(JSON.parse(data) as ConsoleEvent),
      }),
    [baseId],
  );
}
