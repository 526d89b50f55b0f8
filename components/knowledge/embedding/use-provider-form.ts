import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { embeddingMessages } from "./messages.ts";

export type KnownProvider = Outputs["knowledge"]["vectors"]["provider"];
export type Trial = Outputs["knowledge"]["vectors"]["tryProvider"];

export type ProviderDraft = {
  readonly place: "local" | "endpoint";
  /** Of a model on this machine. */
  readonly folder: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string;
  readonly batchSize: string;
};

const NEW: ProviderDraft = {
  ...{ place: "local", folder: "" },
  ...{ baseUrl: "", model: "", apiKey: "", batchSize: "16" },
};

/** What the form begins with: what is in use, else the models of this machine, where there are any. */
export function toDraft(known: KnownProvider, serving: readonly string[]): ProviderDraft {
  if (known === null) return { ...NEW, place: serving.length === 0 ? "endpoint" : "local" };
  const { baseUrl, model, batchSize } = known;
  if (baseUrl === null) return { ...NEW, folder: model };
  return { ...NEW, place: "endpoint", baseUrl, model, batchSize: String(batchSize) };
}

/** The only model of this machine needs no choosing, also when its folder was put there while the form was open. */
export function chooseOnly(draft: ProviderDraft, serving: readonly string[]): ProviderDraft {
  const [only, ...others] = serving;
  return draft.folder === "" && only !== undefined && others.length === 0
    ? { ...draft, folder: only }
    : draft;
}

/** What is typed of a provider, and what came of trying it. A trial of other settings is forgotten with the first key. */
export function useProviderForm(known: KnownProvider, serving: readonly string[]) {
  const t = useTexts(embeddingMessages).panel;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const [typed, setDraft] = useState<ProviderDraft>(() => toDraft(known, serving));
  const draft = chooseOnly(typed, serving);
  const [trial, setTrial] = useState<Trial | null>(null);
  const refresh = async (): Promise<void> => {
    await queries.invalidateQueries(trpc.knowledge.vectors.provider.queryFilter());
    await queries.invalidateQueries(trpc.knowledge.vectors.models.queryFilter());
    await queries.invalidateQueries(trpc.knowledge.vectors.state.queryFilter());
  };
  const onError = (error: unknown) => showFailure(toErrorText(error));
  const test = useMutation(
    trpc.knowledge.vectors.tryProvider.mutationOptions({ onSuccess: setTrial, onError }),
  );
  const save = useMutation(
    trpc.knowledge.vectors.saveProvider.mutationOptions({
      onSuccess: async (outcome) => {
        setTrial(outcome);
        if (outcome.type === "fails") return;
        setDraft((now) => ({ ...now, apiKey: "" }));
        showSuccess(t.saved);
        await refresh();
      },
      onError,
    }),
  );
  const remove = useMutation(
    trpc.knowledge.vectors.removeProvider.mutationOptions({
      onSuccess: async () => {
        setDraft((now) => ({ ...NEW, place: now.place }));
        setTrial(null);
        showSuccess(t.removed);
        await refresh();
      },
      onError,
    }),
  );
  const toGiven = () => {
    if (draft.place === "local") return { baseUrl: null, model: draft.folder };
    const apiKey = draft.apiKey.trim();
    const isKept = apiKey === "" && known?.hasKey === true;
    return {
      baseUrl: draft.baseUrl.trim(),
      model: draft.model.trim(),
      batchSize: Number(draft.batchSize) || 1,
      ...(isKept ? {} : { apiKey: apiKey === "" ? null : apiKey }),
    };
  };
  return {
    ...{ draft, trial, remove },
    isComplete:
      draft.place === "local"
        ? draft.folder !== ""
        : draft.baseUrl.trim() !== "" && draft.model.trim() !== "",
    change: (part: Partial<ProviderDraft>) => {
      setDraft({ ...draft, ...part });
      setTrial(null);
    },
    isTesting: test.isPending,
    isSaving: save.isPending,
    test: () => test.mutate(toGiven()),
    save: () => save.mutate(toGiven()),
  };
}
