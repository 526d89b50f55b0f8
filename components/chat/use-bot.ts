import { useCallback, useEffect, useState } from "react";
import type { Bot } from "./talk/bot.ts";
import type { Api } from "./talk/create-api.ts";
import type { OpenFailure } from "./talk/talk-state.ts";

export type BotLoad =
  | { readonly kind: "loading" }
  | { readonly kind: "loaded"; readonly bot: Bot }
  | { readonly kind: "failed"; readonly reason: OpenFailure };

/** Loads what the face must know of the bot; tries again by itself when the network comes back. */
export function useBot(api: Api, botKey: string): { readonly load: BotLoad; retry(): void } {
  const [load, setLoad] = useState<BotLoad>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the reason to load again.
  useEffect(() => {
    let isCurrent = true;
    setLoad((now) => (now.kind === "loaded" ? now : { kind: "loading" }));
    void api.getBot(botKey).then((result) => {
      if (isCurrent)
        setLoad(result.isOk ? { kind: "loaded", bot: result.value } : toFailed(result.failure.status));
    });
    addEventListener("online", retry);
    return () => {
      isCurrent = false;
      removeEventListener("online", retry);
    };
  }, [api, botKey, attempt, retry]);

  return { load, retry };
}

function toFailed(status: number): BotLoad {
  if (status === 404) return { kind: "failed", reason: "unknown_bot" };
  if (status === 429) return { kind: "failed", reason: "too_many" };
  return { kind: "failed", reason: status === 0 ? "network" : "unavailable" };
}
