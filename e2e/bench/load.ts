import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import autocannon from "autocannon";

/**
 * Bounded load on one loopback server, in a process of its own so that it shares no event loop with what it measures.
 * `load.ts <port> <seconds> <connections> <talks.json>`; prints one line of JSON.
 */

type Talk = { readonly conversationId: string; readonly token: string };

const [port = "", seconds = "5", connections = "1", talksFile = ""] = process.argv.slice(2);
const SECONDS_MAX = 30;
// Written by the bench just before.
const { talks, questions } = JSON.parse(readFileSync(talksFile, "utf8")) as {
  readonly talks: readonly Talk[];
  readonly questions: readonly string[];
};

let next = 0;
const run = autocannon({
  url: `http://127.0.0.1:${port}`,
  connections: Number(connections),
  duration: Math.min(Number(seconds), SECONDS_MAX),
  setupClient: (client) => {
    const talk = talks[next % talks.length];
    next += 1;
    // Each connection begins somewhere else in the list.
    let turn = next * 17;
    client.setRequests([
      {
        method: "POST",
        path: `/v1/conversations/${talk?.conversationId}/messages`,
        headers: { "content-type": "application/json", authorization: `Bearer ${talk?.token}` },
        setupRequest: (request) => {
          turn += 1;
          return {
            ...request,
            body: JSON.stringify({ id: randomUUID(), text: questions[turn % questions.length] }),
          };
        },
      },
    ]);
  },
});
const result = await run;
console.log(
  JSON.stringify({
    perSecond: Math.round(result.requests.total / result.duration),
    p50: result.latency.p50,
    p99: result.latency.p99,
    total: result.requests.total,
    failed: result.non2xx + result.errors + result.timeouts,
  }),
);
