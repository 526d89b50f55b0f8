"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Inputs, type Outputs, useTRPC, useTRPCClient } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { toQuestion } from "../entries/to-question.ts";
import { learningMessages } from "./messages.ts";

type Calls = Inputs["knowledge"]["learning"];
export type SkippedPhrasing = Outputs["knowledge"]["learning"]["addSimilar"]["skipped"][number];
export type Decisions = ReturnType<typeof useDecisions>;

/** Decides about groups. Each act can be undone, from its toast, by key or from the history. Resolves to null when it was refused. */
export function useDecisions() {
  const t = useTexts(learningMessages);
  const toErrorText = useErrorText();
  const locale = usePreferences((state) => state.locale);
  const client = useTRPCClient().knowledge.learning;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [skipped, setSkipped] = useState<readonly SkippedPhrasing[]>([]);
  const last = useRef<string | null>(null);

  const work = async <Answer>(doing: () => Promise<Answer>): Promise<Answer | null> => {
    setBusy(true);
    try {
      return await doing();
    } catch (error) {
      showFailure(toErrorText(error));
      return null;
    } finally {
      setBusy(false);
      void queries.invalidateQueries(trpc.knowledge.pathFilter());
    }
  };
  const undo = async (decisionId: string): Promise<void> => {
    const answer = await work(() => client.undo.mutate({ decisionId }));
    if (last.current === decisionId) last.current = null;
    if (answer) showSuccess(t.undone);
  };
  const tell = (text: string, decisionId: string): void => {
    last.current = decisionId;
    showSuccess(text, { label: t.undo, act: () => void undo(decisionId) });
  };
  return {
    isBusy,
    skipped,
    forgetSkipped: () => setSkipped([]),
    undo,
    undoLast: () => last.current !== null && void undo(last.current),
    ignore: async (clusterIds: string[]) => {
      const answer = await work(() => client.ignore.mutate({ clusterIds }));
      if (answer) tell(t.ignored(clusterIds.length), answer.decisionId);
      return answer;
    },
    merge: async (clusterIds: string[]) => {
      const answer = await work(() => client.merge.mutate({ clusterIds }));
      if (answer) tell(t.merged, answer.decisionId);
      return answer;
    },
    split: async (input: Calls["split"]) => {
      const answer = await work(() => client.split.mutate(input));
      if (answer) tell(t.wasSplit, answer.decisionId);
      return answer;
    },
    /** Goes on to the entry, where its answer is written. */
    newEntry: async (input: Calls["newEntry"]) => {
      const answer = await work(() => client.newEntry.mutate(input));
      if (!answer) return null;
      tell(t.entryMade, answer.decisionId);
      router.push(`/knowledge/${answer.baseId}?entry=${answer.entryId}`);
      return answer;
    },
    addSimilar: async (input: Calls["addSimilar"], question: Parameters<typeof toQuestion>[0]) => {
      const answer = await work(() => client.addSimilar.mutate(input));
      if (!answer) return null;
      setSkipped(answer.skipped);
      tell(t.similarAdded(answer.added.length, toQuestion(question, locale)), answer.decisionId);
      return answer;
    },
  };
}
