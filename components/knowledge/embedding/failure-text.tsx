"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { JsonObject } from "#flows/kernel/json.ts";
import type { ProviderFailureCode } from "#server/knowledge/embedding/provider-failure.ts";
import { embeddingMessages, type ModelPlace } from "./messages.ts";

type FailureTextProps = { readonly code: ProviderFailureCode; readonly facts: JsonObject | null };

/** What is wrong in our words, and below it what the provider said itself. */
export function FailureText({ code, facts }: FailureTextProps) {
  const t = useTexts(embeddingMessages);
  const { status, message } = facts ?? {};
  const text: string | ((place: ModelPlace) => string) = t.failures[code];
  return (
    <>
      <span className="block [overflow-wrap:anywhere]">
        {typeof text === "string" ? text : text(toPlace(facts))}
      </span>
      {typeof status === "number" && (
        <span className="block mt-1 [overflow-wrap:anywhere]">
          {t.said(String(status), typeof message === "string" ? message : "")}
        </span>
      )}
    </>
  );
}

function toPlace(facts: JsonObject | null): ModelPlace {
  const say = (name: string): string => {
    const fact = facts?.[name];
    return typeof fact === "string" || typeof fact === "number" ? String(fact) : "";
  };
  return {
    folder: say("folder"),
    file: say("file"),
    mb: say("mb"),
    mbMax: say("mbMax"),
    message: say("message"),
  };
}
