"use client";

import { callAuth } from "#components/auth-client.ts";

/** Ends the session and forgets everything that this tab had loaded. */
export function useSignOut(): () => Promise<void> {
  return async () => {
    await callAuth("sign-out");
    window.location.assign("/sign-in");
  };
}
