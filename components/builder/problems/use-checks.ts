import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { useTRPC } from "#components/trpc-client.ts";
import type { KnownBase } from "#flows/checks/check-bases.ts";
import { listConfusions } from "#flows/checks/list-confusions.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { LearningReport } from "#flows/preview/learning-report.ts";
import type { BuilderStore, ExaminationState } from "../store/builder-store.ts";
import { createCheckScheduler } from "./check-scheduler.ts";

/** Checks the document of an open builder now, and again after each edit, whoever made it, and when the bases that it names change. */
export function useChecks(store: BuilderStore): void {
  const bases = useKnownBases(store);
  const latest = useRef(bases);
  const again = useRef<() => void>(() => {});
  useEffect(() => {
    const checking = createCheckScheduler((problems) => store.getState().setProblems(problems), {
      channels: store.getState().channels,
      findBases: () => latest.current,
      listMore: (bundle) => listConfusions(bundle, listReports(store.getState().examinations)),
    });
    again.current = () => checking.request(store.getState().bundle);
    again.current();
    const unsubscribe = store.subscribe((state, before) => {
      if (state.bundle !== before.bundle || state.examinations !== before.examinations)
        checking.request(state.bundle);
    });
    return () => {
      unsubscribe();
      checking.stop();
    };
  }, [store]);
  useEffect(() => {
    if (latest.current === bases) return;
    latest.current = bases;
    again.current();
  }, [bases]);
}

function listReports(
  examinations: ReadonlyMap<string, ExaminationState>,
): ReadonlyMap<string, LearningReport> {
  return new Map(
    [...examinations].flatMap(([key, one]) => (one.state === "done" ? [[key, one.report] as const] : [])),
  );
}

/** Undefined until they are known; a flow that names none does not ask for them. */
function useKnownBases(store: BuilderStore): readonly KnownBase[] | undefined {
  const trpc = useTRPC();
  const isAsking = useStore(store, ({ bundle }) => namesBases(bundle));
  const { data } = useQuery(
    trpc.knowledge.bases.queryOptions(undefined, { enabled: isAsking, select: toKnown }),
  );
  return data;
}

/** Outside the component: a new function would make a new list each time. */
function toKnown(
  bases: readonly (Omit<KnownBase, "release"> & { readonly release: { readonly number: number } | null })[],
): readonly KnownBase[] {
  return bases.map(({ id, name, documents, cases, facts, release }) => ({
    ...{ id, name, documents, cases, facts },
    release: release?.number ?? null,
  }));
}

function namesBases({ flow, subflows }: Bundle): boolean {
  return [flow, ...Object.values(subflows)].some(
    ({ nodes, settings }) =>
      (settings.repair.digress.bases ?? []).length > 0 ||
      nodes.some(({ config }) => Array.isArray(config.bases) && config.bases.length > 0),
  );
}
