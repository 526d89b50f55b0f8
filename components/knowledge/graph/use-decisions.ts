"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { graphMessages } from "./messages.ts";

/** With others that say the same: it stands for them, and they are decided and edited with it. */
export type Fact = Outputs["knowledge"]["graph"]["facts"]["facts"][number];
export type FactState = Fact["state"];
type Decisions = Outputs["knowledge"]["graph"]["decide"]["before"];

/** Takes facts and puts them away; the last decision can be taken back, from the toast or by a key. */
export function useDecisions(baseId: string) {
  const t = useTexts(graphMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [last, setLast] = useState<Decisions>([]);
  const isWorking = useRef(false);
  const options = {
    onSuccess: () => queries.invalidateQueries(trpc.knowledge.pathFilter()),
    onError: (error: unknown) => showFailure(toErrorText(error)),
  };
  const deciding = useMutation(trpc.knowledge.graph.decide.mutationOptions(options));
  const decidingAll = useMutation(trpc.knowledge.graph.decideAll.mutationOptions(options));
  const takeBack = (before: Decisions) => {
    if (before.length > 0) deciding.mutate({ baseId, decisions: [...before] });
    setLast([]);
  };
  /** The second of two quick clicks comes before buttons look busy: it would tell of nothing, and take back nothing. */
  const once = async (
    state: FactState,
    decide: () => Promise<{ readonly before: Decisions }>,
    toCount: (before: Decisions) => number,
  ) => {
    if (isWorking.current) return;
    isWorking.current = true;
    try {
      const { before } = await decide();
      tell(before, state, toCount(before));
    } catch {
      // `onError` has said so.
    } finally {
      isWorking.current = false;
    }
  };
  const tell = (before: Decisions, state: FactState, count: number) => {
    if (before.length === 0) return;
    setLast(before);
    showSuccess(t.done[state](count), { label: t.undo, act: () => takeBack(before) });
  };
  return {
    isBusy: deciding.isPending || decidingAll.isPending,
    decide: (facts: readonly Fact[], state: FactState) => {
      const factIds = facts.flatMap(({ id, doubles }) => [id, ...doubles.map(({ factId }) => factId)]);
      const decisions = factIds.map((factId) => ({ factId, state }));
      // What is read is one fact, however many say so.
      return once(
        state,
        () => deciding.mutateAsync({ baseId, decisions }),
        () => facts.length,
      );
    },
    decideAll: (documentId: string | null, state: "accepted" | "rejected") =>
      once(
        state,
        () => decidingAll.mutateAsync({ baseId, documentId, state }),
        (before) => before.length,
      ),
    undo: () => takeBack(last),
  };
}
