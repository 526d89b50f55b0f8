import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { redisMissingReason } from "../support/test-redis.ts";
import { acceptMessage } from "./accept-message.ts";
import { findViolations, untilDrained } from "./check-invariants.ts";
import { letCustomersTalk, post } from "./customers.ts";
import type { Driven } from "./process-driver.ts";
import { inScene, type Queue } from "./scene.ts";

/** Places that a worker passes with the steps of a talk, and places that the process passes that hears the customer. */
const WORKER_POINTS = [
  "before-task",
  "during-task",
  "after-task-before-result-commit",
  "after-result-commit",
  "before-turn-commit",
  "after-turn-commit",
] as const;
const WEB_POINTS = [
  "before-turn-commit",
  "after-turn-commit",
  "before-answer",
  "after-inbound-commit",
] as const;
/** A process that hears customers comes here only when no worker was first. */
const CLAIM_POINTS = ["before-claim", "after-claim"] as const;

const LOAD = { customers: 4, messages: 15 } as const;

describe.concurrent.each(["postgres", "redis"] as const)("with the queue on %s", (queue: Queue) => {
  const isMissing = queue === "redis" && redisMissingReason() !== null;

  test.skipIf(isMissing).each(WORKER_POINTS)(
    "kill -9 of the worker at %s loses and doubles nothing",
    (point) =>
      inScene(queue, async ({ sql, bot, base, start }) => {
        await start("web");
        // The third visit: by then talks are under way.
        const worker = await start("worker", `${point}:kill:3`);
        const crashed = restartAfterDeath(worker);
        const talks = await letCustomersTalk({ base, botKey: bot.key, ...LOAD });
        await crashed;
        await untilDrained(sql);
        expect(await findViolations(sql, talks, worker.starts() - 1)).toEqual([]);
      }),
  );

  test.skipIf(isMissing).each(WEB_POINTS)(
    "kill -9 of the web process at %s loses and doubles nothing",
    (point) =>
      inScene(queue, async ({ sql, bot, base, start }) => {
        const web = await start("web", `${point}:kill:4`);
        await start("worker");
        const crashed = restartAfterDeath(web);
        const talks = await letCustomersTalk({ base, botKey: bot.key, ...LOAD });
        await crashed;
        await untilDrained(sql);
        expect(await findViolations(sql, talks, 0)).toEqual([]);
      }),
  );

  test.skipIf(isMissing).each(CLAIM_POINTS)(
    "kill -9 of the web process at %s loses and doubles nothing",
    (point) =>
      inScene(queue, async ({ sql, bot, base, start }) => {
        const web = await start("web", `${point}:kill:1`);
        const crashed = restartAfterDeath(web);
        const [talk] = await letCustomersTalk({ base, botKey: bot.key, customers: 1, messages: 1 });
        if (!talk) throw new Error("nobody talked");
        await acceptMessage(sql, { bot, conversationId: talk.conversationId, id: "waiting" });
        // An older message waits, so this one is kept behind it, and the process that heard it claims both.
        const next = { id: "next", text: "next" };
        const heard = post(`${base}/v1/conversations/${talk.conversationId}/messages`, next, talk.token);
        await crashed;
        await start("worker");
        const others = await letCustomersTalk({ base, botKey: bot.key, ...LOAD });
        await heard;
        await untilDrained(sql);
        const whole = { ...talk, accepted: [...talk.accepted, { id: "waiting", text: "waiting" }, next] };
        expect(await findViolations(sql, [whole, ...others], 0)).toEqual([]);
      }),
  );
});

test("kill -9 of the only process, again and again in the middle of talks, loses and doubles nothing", () =>
  inScene("postgres", async ({ sql, bot, base, start }) => {
    const program = await start("all");
    let isTalking = true;
    const talking = letCustomersTalk({ base, botKey: bot.key, customers: 4, messages: 150 }).finally(() => {
      isTalking = false;
    });
    for (let kills = 0; kills < 5 && isTalking; kills += 1) {
      await delay(300 + kills * 150);
      await program.kill();
      await program.restart();
    }
    const talks = await talking;
    await untilDrained(sql);
    expect(program.starts()).toBeGreaterThan(1);
    expect(await findViolations(sql, talks, program.starts() - 1)).toEqual([]);
  }));

/** Proves that the crash point was reached: the test ends only when the process has died of it and was started again. */
async function restartAfterDeath(driven: Driven): Promise<void> {
  await driven.died();
  await driven.restart();
}
