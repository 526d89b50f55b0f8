import type { ConsoleBus } from "#server/live/console-bus.ts";

type Announcing = {
  readonly consoleBus: ConsoleBus;
  readonly forgetBots: () => void;
  afterCommit(work: () => void): void;
};

/** Once it is committed: customers of this process feel the release at once, and open builders hear of it. */
export function announceRelease(ctx: Announcing, botId: string): void {
  ctx.afterCommit(() => {
    ctx.forgetBots();
    ctx.consoleBus.publish(botId, { type: "release-changed" });
  });
}
