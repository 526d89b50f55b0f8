import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { toFailure } from "#components/i18n/to-error-text.ts";

const FRESH_MS = 15_000;
const RETRIES_MAX = 2;
/** Trying again changes nothing about these; anything else may be a slip of the network. */
const FINAL = new Set([
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid_request",
  "conflict",
  "rate_limited",
]);

/** A session that ended anywhere (signed out, role changed, disabled) leads to the sign-in page, whatever was asked. */
export function createQueries(onSessionEnd: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (toFailure(error).code === "unauthenticated") onSessionEnd();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (count, error) => count < RETRIES_MAX && !FINAL.has(toFailure(error).code),
      },
    },
  });
}
