import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { faqEn } from "#flows/packs/shop/faq-en.ts";
import { faqZh } from "#flows/packs/shop/faq-zh.ts";
import type { Sql } from "#server/db/connect.ts";
import { type Child, runChild, startChild } from "./child.ts";

const HERE = import.meta.dirname;
const CONNECTIONS = [1, 16, 64] as const;
const TALKS = 256;
/** Each phrasing of each answer of the sample shop, so that no server lives off one cached question. */
const PHRASINGS = [...faqZh, ...faqEn].flatMap(({ question, similar }) => [question, ...similar]);
const CANDIDATES = 500;
/** A prime that is no factor of the list: the questions come mixed, yet the same in every run. */
const STRIDE = 7919;

export type Load = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly total: number;
  readonly failed: number;
  readonly cpuUs: number | null;
};
export type TurnRow = { readonly server: string; readonly connections: number } & Load;

type Options = {
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly botKey: string;
  readonly versionId: string;
  readonly folder: string;
  readonly seconds: number;
};

/** Turns a second and their latency, the product beside two bare servers, on the same database in the same run. */
export async function benchTurns(options: Options): Promise<readonly TurnRow[]> {
  const { databaseUrl, versionId } = options;
  const baseline = (mode: string, port: string) =>
    startChild([join(HERE, "baseline-server.ts"), mode, port, databaseUrl, versionId]);
  const product = await startChild([join(HERE, "server.ts"), "3461", databaseUrl]);
  const questions = await pickQuestions(options, "3461");
  const talks = await openTalks(options, "3461", questions);
  const rows = [...(await measure({ ...options, server: "jieda", port: "3461", child: product, talks }))];
  await product.stop();
  const memory = await baseline("memory", "3462");
  rows.push(
    ...(await measure({ ...options, server: "bare, in memory (a)", port: "3462", child: memory, talks })),
  );
  await memory.stop();
  const statement = await baseline("statement", "3463");
  rows.push(
    ...(await measure({
      ...options,
      server: "bare, one statement (b)",
      port: "3463",
      child: statement,
      talks,
    })),
  );
  await statement.stop();
  return rows;
}

type Measured = Options & {
  readonly server: string;
  readonly port: string;
  readonly child: Child;
  readonly talks: string;
};

async function measure({ server, port, child, talks, seconds }: Measured): Promise<TurnRow[]> {
  const rows: TurnRow[] = [];
  await load({ port, seconds: 2, connections: 16, talks });
  for (const connections of CONNECTIONS) {
    const before = cpuTicks(child.process.pid);
    const result = await load({ port, seconds, connections, talks });
    const ticks = cpuTicks(child.process.pid) - before;
    const cpuUs = result.total > 0 ? Math.round((ticks * 10_000) / result.total) : null;
    rows.push({ server, connections, ...result, cpuUs });
  }
  return rows;
}

async function load(run: {
  readonly port: string;
  readonly seconds: number;
  readonly connections: number;
  readonly talks: string;
}): Promise<Omit<Load, "cpuUs">> {
  const printed = await runChild([
    join(HERE, "load.ts"),
    run.port,
    String(run.seconds),
    String(run.connections),
    run.talks,
  ]);
  // Our own program printed it.
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "") as Omit<Load, "cpuUs">;
}

/** User and system time of a process in ticks of 10 ms (proc(5)); 0 where there is no /proc. */
function cpuTicks(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

/** Conversations that have been greeted; each connection keeps to one of them. */
async function openTalks(
  { botKey, folder }: Options,
  port: string,
  questions: readonly string[],
): Promise<string> {
  const talks: Talk[] = [];
  for (let i = 0; i < TALKS; i += 1) talks.push(await openTalk(port, botKey));
  const file = join(folder, "talks.json");
  writeFileSync(file, JSON.stringify({ talks, questions }));
  return file;
}

/** Phrasings that a fresh talk answers with one reviewed answer: other turns ask back or start a form, and write other rows. */
async function pickQuestions({ botKey }: Options, port: string): Promise<readonly string[]> {
  const picked: string[] = [];
  for (let i = 0; i < CANDIDATES; i += 1) {
    const text = PHRASINGS[(i * STRIDE) % PHRASINGS.length] ?? "";
    const talk = await openTalk(port, botKey);
    const answer = await post(
      `http://127.0.0.1:${port}/v1/conversations/${talk.conversationId}/messages`,
      { id: randomUUID(), text },
      talk.token,
    );
    // The API's own answer.
    const { messages } = answer as { messages: readonly { origin: string }[] };
    if (messages.length === 1 && messages[0]?.origin === "faq") picked.push(text);
  }
  return picked;
}

type Talk = { readonly conversationId: string; readonly token: string };

// As above.
const openTalk = async (port: string, botKey: string): Promise<Talk> =>
  (await post(`http://127.0.0.1:${port}/v1/bots/${botKey}/conversations`, { locale: "zh-CN" }, null)) as Talk;

async function post(url: string, body: unknown, token: string | null): Promise<unknown> {
  const headers = {
    "content-type": "application/json",
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
