import type { JsonObject } from "./json.ts";
import { PROBLEM_TEXTS, type ProblemCode } from "./problem-texts.ts";
import type { Locale } from "./text.ts";

/** One thing that is wrong with a document, in words for its author. `error` keeps it from being published. */
export type Problem = {
  readonly severity: "error" | "warning";
  /** A code of ours, or one that a kind's own `check` gave. */
  readonly code: string;
  readonly flowId: string;
  readonly nodeId: string | null;
  /** Path into the node's config, or into the document when there is no node. */
  readonly path: string | null;
  readonly facts: JsonObject;
  readonly text: { readonly [L in Locale]: string };
};

type ProblemPlace = {
  readonly flowId: string;
  readonly nodeId?: string;
  readonly path?: string;
  readonly severity?: Problem["severity"];
};

/** Facts whose words differ by language are given as `{ "zh-CN", en }`. */
export type ProblemFacts = { readonly [name: string]: string | number | { readonly [L in Locale]: string } };

export function toProblem(code: ProblemCode, place: ProblemPlace, facts: ProblemFacts = {}): Problem {
  return {
    severity: place.severity ?? "error",
    code,
    flowId: place.flowId,
    nodeId: place.nodeId ?? null,
    path: place.path ?? null,
    facts,
    text: {
      "zh-CN": fillIn(PROBLEM_TEXTS["zh-CN"][code], facts, "zh-CN"),
      en: fillIn(PROBLEM_TEXTS.en[code], facts, "en"),
    },
  };
}

/** Names of facts only, never templates: what an author named a node must not be evaluated. */
function fillIn(text: string, facts: ProblemFacts, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact === undefined) return mark;
    return typeof fact === "object" ? fact[locale] : String(fact);
  });
}
