import { setTimeout as delay } from "node:timers/promises";
import type { Sql } from "#server/db/connect.ts";
import { toLoadedVersion } from "#server/runtime/load-version.ts";
import { replayConversation } from "#server/runtime/replay-conversation.ts";
import { testBundle, testRegistry } from "../support/test-kinds.ts";
import type { Talk } from "./customers.ts";

const DRAIN_MS = 60_000;
const STEP_MS = 100;

/** Waits until nothing is left to do; says what is stuck, and where, when it does not come to that (I4). */
export async function untilDrained(sql: Sql): Promise<void> {
  const end = Date.now() + DRAIN_MS;
  for (;;) {
    const [open] = await sql<{ pending: number; calls: number; timers: number }[]>`select
      (select count(*)::int from conversation where pending > 0) as pending,
      (select count(*)::int from queued_call where state <> 'consumed') as calls,
      (select count(*)::int from timer) as timers`;
    if (open && open.pending + open.calls + open.timers === 0) return;
    if (Date.now() > end) {
      const stuck = await listStuck(sql);
      throw new Error(`I4: work is stuck: ${JSON.stringify(open)}, ${JSON.stringify(stuck)}`);
    }
    await delay(STEP_MS);
  }
}

const STUCK_MAX = 5;

async function listStuck(sql: Sql): Promise<readonly unknown[]> {
  return sql`select id, status, owner, pending, session->'awaiting' as awaiting, lease_owner, lease_until, wake_at, now(),
      (select json_agg(json_build_object('id', client_id, 'kind', kind)) from inbound i
        where i.conversation_id = c.id and i.state = 'pending') as events,
      (select json_agg(json_build_object('id', call_id, 'state', state)) from queued_call q
        where q.conversation_id = c.id and (q.state <> 'consumed' or c.pending > 0)) as calls
    from conversation c where pending > 0 or exists (select from queued_call q where q.conversation_id = c.id and q.state <> 'consumed')
      or exists (select from timer t where t.conversation_id = c.id) limit ${STUCK_MAX}`;
}

/** All that is wrong after a run, in words; empty when every invariant holds. */
export async function findViolations(
  sql: Sql,
  talks: readonly Talk[],
  crashes: number,
): Promise<readonly string[]> {
  const perTalk = await Promise.all(talks.map((talk) => findInTalk(sql, talk)));
  return [...(await findInTables(sql, crashes)), ...perTalk.flat()];
}

/** What must hold for every row, whoever wrote it. */
async function findInTables(sql: Sql, crashes: number): Promise<string[]> {
  const checks: readonly (readonly [string, Promise<readonly unknown[]>])[] = [
    [
      "I1: an accepted event has no finished turn",
      sql`select i.client_id from inbound i left join turn t on t.conversation_id = i.conversation_id and t.number = i.turn
      where i.state = 'pending' or t.number is null`,
    ],
    ["I1: an event was given up", sql`select client_id from inbound where state = 'dead'`],
    [
      "I2: a turn number is missing or doubled",
      sql`select conversation_id from turn group by conversation_id having count(*) <> max(number)`,
    ],
    [
      "I2: a message of a turn appears twice",
      sql`select conversation_id from message group by conversation_id, turn, idx having count(*) > 1`,
    ],
    [
      "I2: a customer's message appears twice",
      sql`select client_id from message where client_id is not null group by conversation_id, client_id having count(*) > 1`,
    ],
    [
      "I3: messages have gaps or another order than their turns",
      sql`
      select conversation_id from (
        select conversation_id, seq, row_number() over w as place, turn < lag(turn) over w as back from message
        window w as (partition by conversation_id order by seq)) m where seq <> place or back`,
    ],
    [
      "I3: turns ran in another order than events were accepted",
      sql`
      select conversation_id from (
        select conversation_id, turn, lag(turn) over (partition by conversation_id order by position) as before from inbound where kind = 'message') i
      where turn < before`,
    ],
    [
      "I6: a conversation counts other turns than it has",
      sql`select c.id from conversation c where turns <> (select count(*) from turn t where t.conversation_id = c.id)`,
    ],
    [
      "I6: a turn was committed against another epoch than it had read",
      sql`select conversation_id, number from turn where (replay->>'epoch')::bigint <> epoch`,
    ],
    [
      "I7: a step ran more often than crashes explain",
      sql`select call_id from queued_call where attempts > ${1 + crashes}`,
    ],
    [
      "I4: a talk waits for a step or a timer that nobody will bring",
      sql`
      select id from conversation c where status <> 'ended' and owner = 'bot' and (
        (session->'awaiting'->>'type' = 'call' and not exists (
          select from queued_call q where q.conversation_id = c.id and q.state <> 'consumed'))
        or (session->'awaiting'->>'timerId' is not null and not exists (
          select from timer t where t.conversation_id = c.id and t.timer_id = session->'awaiting'->>'timerId')))`,
    ],
    ["I4: a claim was left", sql`select id from conversation where lease_owner is not null`],
    [
      "I4: a talk's status is another than its session's",
      sql`
      select id, status, session->'awaiting' as awaiting from conversation where owner = 'bot' and status <> case
        when session->'awaiting'->>'type' = 'ended' and session->'awaiting'->>'keepOpen' = 'false' then 'ended'
        when session->'awaiting'->>'type' = 'call' then 'working' else 'waiting' end`,
    ],
    [
      "I1: a talk counts other events than wait",
      sql`select id from conversation c where pending <> (
        select count(*) from inbound i where i.conversation_id = c.id and i.state = 'pending')`,
    ],
    [
      "I1: an event that waits counts more crashes than there were",
      sql`select client_id from inbound where state <> 'done' and crashes > ${1 + crashes}`,
    ],
    [
      "I3: a talk counts other messages than it has",
      sql`select id from conversation c where seq <> (select count(*) from message m where m.conversation_id = c.id)`,
    ],
    [
      "an ended talk goes on",
      sql`select conversation_id from turn t join conversation c on c.id = t.conversation_id
      where t.replay ? 'endedFromOutside' and (c.status <> 'ended' or c.ended_at is null)`,
    ],
    [
      "I8: the bot spoke in a turn that was a person's",
      sql`select t.conversation_id, t.number from turn t
      join message m on m.conversation_id = t.conversation_id and m.turn = t.number
      where t.replay ? 'ownedBy' and m.role = 'bot'`,
    ],
    [
      "a talk runs on another version than its last turn moved it to",
      sql`select c.id from conversation c join lateral (
        select replay->'moved'->>'to' as "to" from turn t
        where t.conversation_id = c.id and t.replay->'moved' is not null order by number desc limit 1) last on true
      where c.version_id::text <> last."to"`,
    ],
  ];
  const found = await Promise.all(checks.map(async ([title, rows]) => ({ title, rows: await rows })));
  return found
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => `${title}: ${JSON.stringify(rows.slice(0, 3))} (${rows.length})`);
}

/** What the customer of one talk must see: each message once, each answered once, counted without a gap; and I5. */
async function findInTalk(sql: Sql, { conversationId, accepted }: Talk): Promise<string[]> {
  const rows = await sql<{ role: string; clientId: string | null; text: string }[]>`
    select role, client_id as "clientId", parts->0->>'text' as text from message where conversation_id = ${conversationId} order by seq`;
  const asked = rows.filter(({ role }) => role === "customer").map(({ clientId }) => clientId);
  const counted = accepted.filter(({ text }) => !text.startsWith("task"));
  const expected = counted.map(({ text }, i) => `${i + 1}: ${text}`);
  const said = rows.filter(({ role }) => role === "bot").map(({ text }) => text);
  const done = accepted
    .filter(({ text }) => text.startsWith("task"))
    .map(({ text }) => `done: ${JSON.stringify({ text })}`);
  const problems: string[] = [];
  const compare = (title: string, actual: readonly unknown[], wanted: readonly unknown[]) => {
    if (JSON.stringify(actual) !== JSON.stringify(wanted))
      problems.push(
        `${title} in ${conversationId}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`,
      );
  };
  compare(
    "I1/I3: the customer's messages",
    asked,
    accepted.map(({ id }) => id),
  );
  compare(
    "I2/I5: the bot's counted answers",
    said.filter((text) => /^\d+: /.test(text)),
    expected,
  );
  compare(
    "I2/I7: the answers of steps",
    said.filter((text) => text.startsWith("done")),
    done,
  );
  const version = toLoadedVersion({
    versionId: "replay",
    bundle: testBundle,
    models: { intents: {}, faqs: {} },
    registry: testRegistry,
  });
  const [stored] = await sql<
    { session: unknown }[]
  >`select session from conversation where id = ${conversationId}`;
  const replay = await replayConversation(sql, conversationId, version);
  compare("I5: the replayed session", [canonical(replay.session)], [canonical(stored?.session)]);
  return problems;
}

/** jsonb sorts keys; the replay's are in the order of the code. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, canonical(item)]),
  );
}
