import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { connect } from "#server/db/connect.ts";
import type { VersionModels } from "#server/runtime/compile-models.ts";
import { createFaqMatcher } from "#server/understanding/match-faq.ts";
import { createIntentMatcher } from "#server/understanding/match-intent.ts";

/**
 * What a turn costs without a product around it: bare node:http, the same match, and (mode `statement`) the same rows in one
 * statement a turn. Started by the bench as `baseline-server.ts <memory|statement> <port> <databaseUrl> <versionId>`.
 */

const [mode = "memory", port = "0", url = "", versionId = ""] = process.argv.slice(2);

const sql = connect(url, { max: 8, applicationName: "bench-baseline" });
const [version] = await sql<{ models: VersionModels; workspaceId: string }[]>`
  select models, workspace_id as "workspaceId" from flow_version where id = ${versionId}`;
const model = Object.values(version?.models.faqs ?? {})[0];
const intents = Object.values(version?.models.intents ?? {})[0];
if (!version || !model || !intents) throw new Error("the bench bot has no models");
const matcher = createFaqMatcher(model);
const intentMatcher = createIntentMatcher(intents);
const { workspaceId } = version;
/** As large as a session of the sample shop after some turns. */
const session = JSON.stringify({ filler: "x".repeat(1_200) });

const WRITE = `
with moved as (
  update conversation set turns = turns + 1, seq = seq + 2, session = $2::text::jsonb, last_text = $4, updated_at = now()
  where id = $1 returning id, turns, seq
), kept as (
  insert into inbound (conversation_id, client_id, workspace_id, kind, body, state, turn, done_at)
  select id, $3, $5::uuid, 'message', $6::text::jsonb, 'done', turns, now() from moved
), turned as (
  insert into turn (conversation_id, number, workspace_id, epoch, steps, replay, duration_ms)
  select id, turns, $5::uuid, 0, $7::text::jsonb, '{}', 1 from moved
)
insert into message (conversation_id, seq, id, workspace_id, turn, idx, role, origin, client_id, parts)
select id, seq - 1, $8::uuid, $5::uuid, turns, 0, 'customer', 'person', $3, $9::text::jsonb from moved
union all
select id, seq, $10::uuid, $5::uuid, turns, 1, 'bot', 'faq', null, $11::text::jsonb from moved`;

/** One visit of each node that a FAQ turn of the sample shop makes. */
const steps = JSON.stringify(
  Array.from({ length: 3 }, () => ({
    nodeId: "n",
    kind: "faq",
    port: "hit",
    input: "text of a customer",
    output: { entry: "id", score: 1 },
  })),
);

type Body = { readonly id: string; readonly text: string };

async function answer(conversationId: string, { id, text }: Body): Promise<string> {
  // The sample shop looks for an intent first, then for an answer.
  intentMatcher.match(text);
  const match = matcher.match(text);
  const reply = match.candidates[0]?.question ?? "none";
  const messageId = randomUUID();
  const parts = [{ type: "text", text: reply }];
  if (mode === "statement") {
    const values = [
      conversationId,
      session,
      id,
      text,
      workspaceId,
      JSON.stringify({ text }),
      steps,
      randomUUID(),
      JSON.stringify([{ type: "text", text }]),
      messageId,
      JSON.stringify(parts),
    ];
    await sql.unsafe(WRITE, values, { prepare: true });
  }
  return JSON.stringify({
    messages: [{ id: messageId, seq: 2, role: "bot", parts, origin: "faq" }],
    status: "waiting",
  });
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const conversationId = request.url?.split("/")[3] ?? "";
    // The bench alone calls this server.
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Body;
    answer(conversationId, body).then(
      (text) => response.writeHead(200, { "content-type": "application/json" }).end(text),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(Number(port), "127.0.0.1", () => console.log("listening"));
process.on("SIGTERM", () => {
  server.closeAllConnections();
  server.close(() => void sql.end({ timeout: 1 }).then(() => process.exit(0)));
});
