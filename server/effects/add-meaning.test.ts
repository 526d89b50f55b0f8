import { describe, expect, test, vi } from "vitest";
import type { NearEntries } from "../knowledge/embedding/meanings.ts";
import type { ReleaseEntry } from "../knowledge/faq/release/release-content.ts";
import type { FaqMatch } from "../understanding/match-faq.ts";
import { addMeaning } from "./add-meaning.ts";

// as: nothing is read of an entry but that it is there.
const entry = {} as ReleaseEntry;
const KNOWN = ["退货", "运费", "发票", "保修"];

const ask = (match: FaqMatch, near: NearEntries | null, isServed = (_: string) => true) =>
  addMeaning(
    {
      match: () => match,
      isServed,
      findEntry: (id) => (KNOWN.includes(id) ? entry : null),
    },
    { text: "能寄回去吗", at: 0, findNear: () => near },
  );

const toCandidates = (...entryIds: string[]) =>
  entryIds.map((entryId, place) => ({ entryId, question: entryId, score: 0.5 - place / 10 }));
const near = (bar: number | null, ...ids: string[]) => ({
  bar,
  entries: ids.map((id, place) => ({ id, likeness: 0.9 - place / 10 })),
});
const none: FaqMatch = { outcome: "none", basis: "likeness", candidates: toCandidates("保修") };

test("without meaning the answer is the very same object", () => {
  const match: FaqMatch = { outcome: "suggest", basis: "likeness", candidates: toCandidates("退货", "运费") };
  expect(ask(match, null)).toBe(match);
});

test("what words are sure of is never touched, and nobody is asked for it", () => {
  const sure: FaqMatch = {
    ...{ outcome: "sure", basis: "likeness", entryId: "退货", score: 0.8, candidates: toCandidates("退货") },
    reasons: { terms: [], example: "" },
  };
  expect(ask(sure, near(0.1, "运费"))).toBe(sure);
  const findNear = vi.fn(() => near(0.1, "运费"));
  addMeaning(
    { match: () => sure, isServed: () => true, findEntry: () => entry },
    { text: "", at: 0, findNear },
  );
  expect(findNear).not.toHaveBeenCalled();
});

describe("what is offered", () => {
  test("is ordered by both, and the scores stay with their places", () => {
    const match: FaqMatch = {
      outcome: "suggest",
      basis: "likeness",
      candidates: toCandidates("退货", "运费", "发票"),
    };
    expect(ask(match, near(null, "发票", "运费")).candidates).toEqual([
      { entryId: "发票", question: "发票", score: 0.5 },
      { entryId: "运费", question: "运费", score: 0.4 },
      { entryId: "退货", question: "退货", score: 0.3 },
    ]);
  });

  test("stays as it is where meaning knows none of it", () => {
    const match: FaqMatch = {
      outcome: "suggest",
      basis: "likeness",
      candidates: toCandidates("退货", "运费"),
    };
    expect(ask(match, near(null, "保修"))).toEqual(match);
  });
});

describe("where words find nothing", () => {
  test("phrasings that mean the same are offered, never said, and weigh less than what words offer", () => {
    const match = ask(none, near(0.75, "退货", "运费", "发票"));
    expect(match.outcome).toBe("suggest");
    expect(match.candidates.map(({ entryId }) => entryId)).toEqual(["退货", "运费"]);
    expect(match.candidates.every(({ score }) => score <= 0.25)).toBe(true);
  });

  test("nothing is offered from below the bar, without one, or of what is gone or not served now", () => {
    expect(ask(none, near(0.95, "退货"))).toBe(none);
    expect(ask(none, near(null, "退货"))).toBe(none);
    expect(ask(none, near(0.5, "别的"))).toBe(none);
    expect(ask(none, near(0.5, "退货"), () => false)).toBe(none);
  });
});
