import { useCallback } from "react";
import { errorMessages } from "./error-messages.ts";
import { toErrorText, toFailure } from "./to-error-text.ts";
import { useTexts } from "./use-texts.ts";

/** Turns whatever a call threw into a sentence in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const texts = useTexts(errorMessages);
  return useCallback((error) => toErrorText(toFailure(error), texts), [texts]);
}
