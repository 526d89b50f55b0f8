import { divide } from "../metrics.ts";
import { createStopwatch, WARM_UP } from "../watch.ts";
import { openShop, type Way } from "./ask-shop.ts";
import type { ShopQuestion } from "./read-questions.ts";

/** `right`: answered at once; `offered`: the customer can pick what is right; `mistaken`: asked back with nothing right in it. */
export type Verdict = "right" | "offered" | "mistaken" | "refused" | "wrong";

/** Shares from 0 to 1; of questions without an answer, `refused` is right and `mistaken` is asked back. */
export type ShopFigures = ReturnType<typeof measureShop>;

let opened: ReturnType<typeof openShop> | null = null;

/** Learns once a process: all questions are put to the same shop. */
export function judgeShop(questions: readonly ShopQuestion[]) {
  opened ??= openShop();
  const ask = opened;
  for (const { text, locale } of questions.slice(0, WARM_UP)) ask(text, locale);
  const watch = createStopwatch();
  const judged = questions.map((question) => {
    const way = watch.time(() => ask(question.text, question.locale));
    return { question, way, verdict: toVerdict(question, way) };
  });
  return { judged, watch };
}

export function measureShop(questions: readonly ShopQuestion[]) {
  const { judged, watch } = judgeShop(questions);
  const share = (isInside: boolean) => (verdict: Verdict) => {
    const asked = judged.filter(({ question }) => question.expected.length > 0 === isInside);
    return divide(asked.filter((one) => one.verdict === verdict).length, asked.length);
  };
  const [inside, outside] = [share(true), share(false)];
  return {
    questions: judged.length,
    right: inside("right"),
    offered: inside("offered"),
    mistaken: inside("mistaken"),
    refused: inside("refused"),
    wrong: inside("wrong"),
    outsideRefused: outside("refused"),
    outsideAsked: outside("mistaken"),
    outsideAnswered: outside("wrong"),
    p50: watch.p(0.5),
    p99: watch.p(0.99),
  };
}

function toVerdict({ expected }: ShopQuestion, way: Way): Verdict {
  switch (way.type) {
    case "refused":
      return "refused";
    case "offered":
      return way.ids.some((id) => expected.includes(id)) ? "offered" : "mistaken";
    case "taken":
      return expected.includes(way.id) ? "right" : "wrong";
  }
}
