import { setTimeout as delay } from "node:timers/promises";
import { ENGINE_ABI } from "#flows/kernel/session.ts";
import type { Sql } from "#server/db/connect.ts";
import { goLive } from "#server/releases/go-live.ts";
import type { RunningTalks } from "#server/releases/take-talks-along.ts";
import type { SeededBot } from "../../support/seed-bot.ts";
import { mixedBundles } from "./mixed-kinds.ts";
import type { Scene } from "./play-customer.ts";
import type { Ownership } from "./record.ts";

const PAUSE_MS = 60;
const MODES = ["finish", "move", "restart"] as const satisfies readonly RunningTalks[];
const ACTIONS = ["publish", "roll-back", "take-over", "take-over", "take-over", "pause", "burst"] as const;
const BURST_MS = [0, 0, 30, 80] as const;
const ACTOR = { name: "Operator" };
const PERSON_MS = 120;

export type Operator = { readonly sql: Sql; readonly bot: SeededBot; readonly isOver: () => boolean };

/** Disturbs the talks of one bot until they are over, and tells which of them a person owned when. */
export async function playOperator(scene: Scene, operator: Operator): Promise<readonly Ownership[]> {
  const ownerships: Ownership[] = [];
  const people: Promise<void>[] = [];
  while (!operator.isOver()) {
    await delay(scene.dice.next() * PAUSE_MS);
    const action = scene.dice.pick(ACTIONS);
    if (action === "take-over") people.push(beAgent(scene, operator, ownerships));
    else await actions[action](scene, operator);
  }
  await Promise.all(people);
  await operator.sql`update bot set is_paused = false, settings = jsonb_set(settings, '{burstMs}', '0') where id = ${operator.bot.botId}`;
  return ownerships;
}

type Act = (scene: Scene, operator: Operator) => Promise<void>;

const actions: { readonly [Action in Exclude<(typeof ACTIONS)[number], "take-over">]: Act } = {
  publish: async (scene, { sql, bot }) => {
    const bundle = JSON.stringify(scene.dice.pick(mixedBundles));
    const running = scene.dice.pick(MODES);
    const number = await sql.begin(async (tx) => {
      await tx`select from bot where id = ${bot.botId} for no key update`;
      const [version] = await tx<{ versionId: string; number: number }[]>`
        insert into flow_version (workspace_id, bot_id, number, bundle, models, content_hash, engine_abi)
        select ${bot.workspaceId}, ${bot.botId}, max(number) + 1, ${bundle}::text::jsonb, '{"intents":{},"faqs":{}}', 'test', ${ENGINE_ABI}
        from flow_version where bot_id = ${bot.botId} returning id as "versionId", number`;
      if (!version) throw new Error("no version was written");
      await goLive(tx, { ...version, ...bot, kind: "published", running, actor: ACTOR });
      return version.number;
    });
    tellSome(scene, `version ${number} published (${running})`);
  },
  "roll-back": async (scene, { sql, bot }) => {
    const running = scene.dice.pick(MODES);
    const number = await sql.begin(async (tx) => {
      await tx`select from bot where id = ${bot.botId} for no key update`;
      const versions = await tx<{ versionId: string; number: number }[]>`
        select id as "versionId", number from flow_version where bot_id = ${bot.botId} order by number desc limit 4`;
      const version = scene.dice.pick(versions);
      await goLive(tx, { ...version, ...bot, kind: "rolled-back", running, actor: ACTOR });
      return version.number;
    });
    tellSome(scene, `rolled back to version ${number} (${running})`);
  },
  pause: async (scene, { sql, bot }) => {
    const isPaused = scene.dice.isLucky(0.4);
    await sql`update bot set is_paused = ${isPaused} where id = ${bot.botId}`;
    tellSome(scene, isPaused ? "paused" : "resumed");
  },
  burst: async (scene, { sql, bot }) => {
    const burstMs = scene.dice.pick(BURST_MS);
    await sql`update bot set settings = jsonb_set(settings, '{burstMs}', ${String(burstMs)}::text::jsonb) where id = ${bot.botId}`;
    tellSome(scene, `bursts of ${burstMs} ms`);
  },
};

/** The program that did it hears of it at once, the others within two seconds. */
function tellSome({ programs, dice, diary }: Scene, what: string): void {
  const told = programs.filter(() => dice.isLucky(0.5));
  for (const { runtime } of told) runtime.bots.forgetAll();
  diary.note("", `${what}, heard by ${told.map(({ name }) => name).join(", ") || "nobody"}`);
}

/** A person owns a talk for a while: the fence is raised at both ends, and who held the talk holds it no more. */
async function beAgent(
  { dice, diary }: Scene,
  { sql, bot }: Operator,
  ownerships: Ownership[],
): Promise<void> {
  const place = dice.next();
  const owner = dice.pick(["human", "queue"] as const);
  const waitMs = dice.next() * PERSON_MS;
  const [taken] = await sql<{ id: string; turns: number }[]>`
    update conversation set owner = ${owner}, status = ${owner === "human" ? "human" : "queued"}, epoch = epoch + 1,
      lease_owner = null, lease_until = null
    where owner = 'bot' and status <> 'ended' and id = (
      select id from conversation where bot_id = ${bot.botId} and status <> 'ended' and updated_at > now() - interval '2 s'
      order by md5(id::text || ${String(place)}) limit 1)
    returning id, turns`;
  if (!taken) return;
  const ownership: Ownership = { conversationId: taken.id, from: taken.turns, to: null };
  ownerships.push(ownership);
  diary.note(taken.id, `${owner} owns it after turn ${taken.turns}`);
  await delay(waitMs);
  const [given] = await sql<{ turns: number }[]>`
    update conversation set owner = 'bot', epoch = epoch + 1, lease_owner = null, lease_until = null,
      status = case when status = 'ended' then status when session->'awaiting'->>'type' = 'call' then 'working' else 'waiting' end
    where id = ${taken.id} returning turns`;
  ownership.to = given?.turns ?? 0;
  diary.note(taken.id, `handed back after turn ${ownership.to}`);
}
