"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { JsonObject } from "#flows/kernel/json.ts";
import type { ProviderFailureCode } from "#server/knowledge/embedding/provider-failure.ts";
import { embeddingMessages } from "./messages.ts";

type FailureTextProps = { readonly code: ProviderFailureCode; readonly facts: JsonObject | null };

/** What is wrong in our words, and below it what the provider said itself. */
export function FailureText({ code, facts }: FailureTextProps) {
  const t = useTexts(embeddingMessages);
  const { status, message } = facts ?? {};
  return (
    <>
      <p>{t.failures[code]}</p>
      {typeof status === "number" && (
        <p className="mt-1 [overflow-wrap:anywhere]">
          {t.said(String(status), typeof message === "string" ? message : "")}
        </p>
      )}
    </>
  );
}
