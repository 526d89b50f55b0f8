/** What an operator sees at a glance. `failing`: the newest draft cannot be served; the last good version, if any, stays live. */
export type BotConsoleState = "live" | "paused" | "unpublished" | "failing";

export function toBotState(bot: {
  readonly isPaused: boolean;
  readonly liveVersionId: string | null;
  readonly hasFailure: boolean;
}): BotConsoleState {
  if (bot.isPaused) return "paused";
  if (bot.hasFailure) return "failing";
  return bot.liveVersionId ? "live" : "unpublished";
}
