"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Theme, usePreferences } from "#components/i18n/preferences.ts";
import { useTRPC } from "#components/trpc-client.ts";
import type { Locale } from "#flows/kernel/text.ts";

/** Changes language or look at once here, and keeps it for the account's other browsers. */
export function usePreferenceSetter() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { setLocale, setTheme } = usePreferences();
  const save = useMutation(
    trpc.me.setPreferences.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.me.get.queryKey() }),
    }),
  );
  return {
    setLocale: (locale: Locale) => {
      setLocale(locale);
      save.mutate({ locale });
    },
    setTheme: (theme: Theme) => {
      setTheme(theme);
      save.mutate({ theme });
    },
  };
}
