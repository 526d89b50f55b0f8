import type { Sql } from "#server/db/connect.ts";
import { toLoadedVersion } from "#server/runtime/load-version.ts";
import { replayConversation } from "#server/runtime/replay-conversation.ts";
import { canonical } from "../check-invariants.ts";
import { mixedRegistry } from "./mixed-kinds.ts";
import type { MixedTalk, Ownership, SentMessage } from "./record.ts";

export type Violation = { readonly conversationId: string; readonly what: string };

type Row = {
  readonly seq: number;
  readonly turn: number;
  readonly role: string;
  readonly clientId: string | null;
  readonly parts: unknown;
  readonly text: string;
};

type Facts = {
  readonly rows: readonly Row[];
  readonly inbound: ReadonlyMap<string, number | null>;
  readonly endedAfter: number;
  readonly isDisturbed: boolean;
};

/** What must hold for talks that people and releases disturbed; what holds for every row is `findViolations`'s. */
export async function findMixedViolations(
  sql: Sql,
  talks: readonly MixedTalk[],
  ownerships: readonly Ownership[],
): Promise<readonly Violation[]> {
  const found = await Promise.all(
    talks.map(async (talk) => {
      const { conversationId } = talk;
      const owned = ownerships.filter((ownership) => ownership.conversationId === conversationId);
      const facts = await readFacts(sql, talk, owned);
      const problems = [
        ...talk.messages.flatMap((message) => judgeMessage(talk, message, facts)),
        ...judgeOwnership(owned, facts),
        ...judgeEnd(facts),
        ...(await judgeReplay(sql, conversationId, facts)),
        ...(await judgeReader(talk, facts)),
      ];
      return problems.map((what) => ({ conversationId, what }));
    }),
  );
  return found.flat();
}

async function readFacts(
  sql: Sql,
  { conversationId }: MixedTalk,
  owned: readonly Ownership[],
): Promise<Facts> {
  const rows = await sql<Row[]>`
    select seq, turn, role, client_id as "clientId", parts, parts->0->>'text' as text from message
    where conversation_id = ${conversationId} order by seq`;
  const inbound = await sql<{ clientId: string; turn: number | null }[]>`
    select client_id as "clientId", turn from inbound where conversation_id = ${conversationId}`;
  const [marks] = await sql<{ endedAfter: number | null; restarts: number }[]>`
    select min(number) filter (where replay ? 'endedFromOutside') as "endedAfter",
      count(*) filter (where replay->'moved' is not null)::int as restarts
    from turn where conversation_id = ${conversationId}`;
  const bye = rows.find(({ role, text }) => role === "bot" && /^\d+: bye/.test(text))?.turn;
  const endedAfter = Math.min(marks?.endedAfter ?? Number.POSITIVE_INFINITY, bye ?? Number.POSITIVE_INFINITY);
  return {
    rows,
    inbound: new Map(inbound.map(({ clientId, turn }) => [clientId, turn])),
    endedAfter,
    isDisturbed: owned.length > 0 || (marks?.restarts ?? 0) > 0 || Number.isFinite(endedAfter),
  };
}

/** Accepted or refused, never both; accepted once, shown once, answered once, and told the same however often it is asked. */
function judgeMessage(talk: MixedTalk, message: SentMessage, facts: Facts): string[] {
  const { id, text, answers, refusals, isLate } = message;
  const isKept = facts.inbound.has(id);
  const mayBeRefused = talk.isEnded || Number.isFinite(facts.endedAfter);
  const isStrange = refusals.some((code) => code !== "conversation_ended" || !mayBeRefused);
  const shown = facts.rows.filter(({ clientId }) => clientId === id).length;
  const echoes = facts.rows.filter((row) => row.role === "bot" && row.text.includes(text)).length;
  const isAnswered = facts.isDisturbed ? echoes <= 1 : echoes === Number(isKept);
  const checks: readonly (readonly [boolean, string])[] = [
    [!isStrange, `was refused: ${refusals.join(", ")}`],
    [isKept || answers.length === 0, "was accepted and not kept (I1)"],
    [!isKept || answers.length > 0, "was refused and kept all the same"],
    [!isKept || refusals.length === 0, "was accepted once and refused once"],
    [!isKept || !isLate, "was accepted after the end"],
    [shown === Number(isKept), `is shown ${shown} times (I1)`],
    [isAnswered, `was answered ${echoes} times (I1, I2)`],
  ];
  const broken = checks.flatMap(([holds, what]) => (holds ? [] : [what]));
  return [...broken, ...judgeAnswers(message, facts)].map((what) => `"${text}" ${what}`);
}

function judgeAnswers({ id, answers }: SentMessage, { rows, inbound }: Facts): string[] {
  const turn = inbound.get(id);
  const said = rows.filter((row) => row.turn === turn && row.role !== "customer").map(({ seq }) => seq);
  return answers
    .map(({ messages }) => messages.map(({ seq }) => seq).join())
    .filter((told) => told !== "" && told !== said.join())
    .map((told) => `was told ${told} instead of ${said.join()}`);
}

function judgeOwnership(owned: readonly Ownership[], { rows }: Facts): string[] {
  return owned.flatMap(({ from, to }) =>
    rows
      .filter(({ role, turn }) => role === "bot" && turn > from && turn <= (to ?? Number.POSITIVE_INFINITY))
      .map(({ text, turn }) => `I8: the bot said "${text}" in turn ${turn} while a person owned the talk`),
  );
}

function judgeEnd({ rows, endedAfter }: Facts): string[] {
  return rows
    .filter(({ role, turn }) => role === "bot" && turn > endedAfter)
    .map(({ text, turn }) => `the bot said "${text}" in turn ${turn}, after the end in turn ${endedAfter}`);
}

/** S1: whoever looks sees each message once and in order, whichever program it was said by. */
async function judgeReader({ reader }: MixedTalk, { rows }: Facts): Promise<string[]> {
  const late = await reader.untilSeq(rows.length).then(
    () => [],
    (error: unknown) => [String(error)],
  );
  await reader.stop();
  const seen = reader.seqs().join();
  const wanted = rows.map(({ seq }) => seq).join();
  return seen === wanted ? late : [...late, `S1: a reader saw ${seen} instead of ${wanted}`];
}

/** I5, also for what was said: each version that the talk ran on is the one with which it is done again. */
async function judgeReplay(sql: Sql, conversationId: string, { rows }: Facts): Promise<string[]> {
  const replay = await replayConversation(sql, conversationId, async (versionId) => {
    const [version] = await sql`select bundle from flow_version where id = ${versionId}`;
    return toLoadedVersion({
      ...{ versionId, bundle: version?.bundle, registry: mixedRegistry },
      models: { intents: {}, faqs: {} },
    });
  });
  const toText = (said: readonly { readonly turn: number; readonly parts: unknown }[]) =>
    JSON.stringify(said.map(({ turn, parts }) => [turn, canonical(parts)]));
  const stored = toText(rows.filter(({ role }) => role === "bot"));
  const again = toText(replay.said);
  return stored === again ? [] : [`I5: the bot said ${stored}, and in the replay ${again}`];
}
