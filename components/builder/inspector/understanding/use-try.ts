"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTRPC } from "#components/trpc-client.ts";
import type { Json } from "#flows/kernel/json.ts";
import type { InlineRequest } from "#flows/kernel/protocol.ts";
import { fingerprint } from "#flows/preview/fingerprint.ts";
import { findLearnedPart, type LearnedPart } from "#flows/preview/learned-part.ts";

export type TryState =
  | { readonly status: "idle" | "learning" | "failed" }
  | { readonly status: "matched"; readonly value: Json };

/** Long enough that a word is typed, short enough that it feels live. */
const PAUSE_MS = 350;
const LEARNING_POLL_MS = 700;

type Question = { readonly request: InlineRequest; readonly part: LearnedPart; readonly print: string };

/** Matches a sentence against what is on the screen, saved or not; while that is being learned, it says so and asks again. */
export function useTry(
  text: string,
  toRequest: (text: string) => InlineRequest,
): TryState & { retry(): void } {
  const trpc = useTRPC();
  const { mutateAsync: match } = useMutation(trpc.preview.match.mutationOptions());
  const store = useBuilderStore();
  const botId = useBuilder((state) => state.botId);
  const bundle = useBuilder((state) => (text.trim() === "" ? null : state.bundle));
  const locale = usePreferences((state) => state.locale);
  const settled = useSettled(useMemo(() => ({ text: text.trim(), bundle }), [text, bundle]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the request differs by its text only
  const question = useMemo((): Question | null => {
    if (settled.text === "" || settled.bundle === null) return null;
    const request = toRequest(settled.text);
    const part = findLearnedPart(store.getState().bundle, request);
    return part === null ? null : { request, part, print: fingerprint(part) };
  }, [settled]);

  const query = useQuery({
    queryKey: ["builder", "try", botId, question?.print, question?.request.name, settled.text, locale],
    enabled: question !== null,
    retry: false,
    gcTime: 60_000,
    queryFn: async () => {
      if (question === null) return null;
      const { request, part, print } = question;
      const ask = { botId, request: toMutable(request), locale, expects: print };
      const answer = await match(ask);
      return answer.type === "stale" ? match({ ...ask, part }) : answer;
    },
    refetchInterval: ({ state }) => (state.data?.type === "learning" ? LEARNING_POLL_MS : false),
  });
  const retry = () => void query.refetch();
  if (question === null) return { status: "idle", retry };
  if (query.isError || query.data?.type === "failed") return { status: "failed", retry };
  if (query.data?.type === "matched") return { status: "matched", value: query.data.value, retry };
  return { status: "learning", retry };
}

/** The procedure's input is parsed JSON, whose lists are not readonly. */
function toMutable(request: InlineRequest) {
  if (request.name !== "match-faq") return request;
  const { faqSets, bases = [], text } = request.input;
  return { ...request, input: { faqSets: [...faqSets], bases: [...bases], text } };
}

/** The value once it stood still for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
