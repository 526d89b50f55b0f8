import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { faqEn } from "#flows/packs/shop/faq-en.ts";
import { faqZh } from "#flows/packs/shop/faq-zh.ts";

/**
 * Bounded load on one loopback server, in a process of its own so that it shares no event loop with what it measures.
 * `load.ts <port> <seconds> <connections> <talks.json>`; prints one line of JSON.
 */

type Talk = { readonly conversationId: string; readonly token: string };

const [port = "", seconds = "5", connections = "1", talksFile = ""] = process.argv.slice(2);
const SECONDS_MAX = 30;
// Written by the bench just before.
const talks = JSON.parse(readFileSync(talksFile, "utf8")) as readonly Talk[];
/** What customers of the sample shop ask: each phrasing of each answer, so that no server lives off one cached question. */
const questions = [...faqZh, ...faqEn].flatMap(({ question, similar }) => [question, ...similar]);
/** Coprime to every list that is not a multiple of it: the questions come mixed, yet the same in every run. */
const STRIDE = 7919;

let next = 0;
const run = autocannon({
  url: `http://127.0.0.1:${port}`,
  connections: Number(connections),
  duration: Math.min(Number(seconds), SECONDS_MAX),
  setupClient: (client) => {
    const talk = talks[next % talks.length];
    next += 1;
    let turn = 0;
    client.setRequests([
      {
        method: "POST",
        path: `/v1/conversations/${talk?.conversationId}/messages`,
        headers: { "content-type": "application/json", authorization: `Bearer ${talk?.token}` },
        setupRequest: (request) => {
          turn += 1;
          return {
            ...request,
            body: JSON.stringify({ id: randomUUID(), text: questions[(turn * STRIDE) % questions.length] }),
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
