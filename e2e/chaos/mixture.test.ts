import { describe, test } from "vitest";
import { type SeededBot, seedBot } from "../support/seed-bot.ts";
import { redisMissingReason } from "../support/test-redis.ts";
import { findViolations, untilDrained } from "./check-invariants.ts";
import { findMixedViolations } from "./mixture/find-mixed-violations.ts";
import { mixedBundles } from "./mixture/mixed-kinds.ts";
import { openPrograms, type Programs } from "./mixture/open-programs.ts";
import { playCustomer, type Scene } from "./mixture/play-customer.ts";
import { playOperator } from "./mixture/play-operator.ts";
import { createDice } from "./mixture/random.ts";
import { createDiary } from "./mixture/record.ts";
import type { Queue } from "./scene.ts";

/**
 * Everything at once, on several programs and one database: messages, bursts, timers, steps, ends, releases in every mode, pauses,
 * people who take over and hand back, ratings and live streams. Nothing is killed: the races alone are enough. Which actions come is
 * the seed's, which is printed with what happened when; `JIEDA_CHAOS_SEED` plays them again, and `JIEDA_CHAOS_ROUNDS` more of them.
 */

const ROUNDS = Number(process.env.JIEDA_CHAOS_ROUNDS ?? 2);
const BOTS = 2;
/** Two talks each, of one contact. */
const CONTACTS = 3;
const MESSAGES_MAX = 14;

describe.each(["postgres", "redis"] as const)("with the queue on %s", (queue: Queue) => {
  const isMissing = queue === "redis" && redisMissingReason() !== null;

  test.skipIf(isMissing)(
    "talks that everybody disturbs at once lose nothing and say nothing twice",
    async () => {
      const programs = await openPrograms(queue);
      try {
        const first = Number(process.env.JIEDA_CHAOS_SEED ?? Math.floor(Math.random() * 2 ** 31));
        for (let round = 0; round < ROUNDS; round += 1) await playRound(programs, first + round);
      } finally {
        await programs.close();
      }
    },
  );
});

async function playRound({ database: { sql }, all }: Programs, seed: number): Promise<void> {
  const diary = createDiary();
  const dice = createDice(seed);
  const bots: SeededBot[] = [];
  const [bundle] = mixedBundles;
  if (!bundle) throw new Error("no bundle");
  for (let i = 0; i < BOTS; i += 1) bots.push(await seedBot(sql, bundle));
  const toScene = (): Scene => ({ programs: all, dice: dice.split(), diary });

  try {
    let isOver = false;
    const operating = bots.map((bot) => playOperator(toScene(), { sql, bot, isOver: () => isOver }));
    const talking = bots.flatMap((bot) =>
      Array.from({ length: CONTACTS * 2 }, (_, i) => {
        const contactKey = `visitor:${seed}-${Math.floor(i / 2)}`;
        return playCustomer(toScene(), { bot, contactKey, messagesMax: MESSAGES_MAX });
      }),
    );
    const talks = await Promise.all(talking).finally(() => {
      isOver = true;
    });
    const ownerships = (await Promise.all(operating)).flat();
    await untilDrained(sql);
    const found = await findMixedViolations(sql, talks, ownerships);
    const inTables = await findViolations(sql, [], 0);
    const told = [...inTables, ...found.map(({ conversationId, what }) => `${conversationId}: ${what}`)];
    if (told.length > 0) throw new Error(told.join("\n"));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`seed ${seed}: ${why}\nwhat happened:\n${diary.tell(why)}`, { cause });
  }
}
