import { z } from "zod";
import type { FoundEntry } from "#drizzle/schema/quality.ts";
import type { Step } from "../../../../flows/kernel/protocol.ts";

const FOUND_MAX = 10;
const QUESTION_MAX_CHARS = 300;

const candidateSchema = z.object({
  entryId: z.string(),
  question: z.string(),
  score: z.number(),
  base: z.object({ id: z.string() }).optional(),
  documentId: z.string().optional(),
});
const outputSchema = z.object({ candidates: z.array(candidateSchema) });

/** What the graph says has no score: it is known or it is not. */
const KNOWN = 1;
const graphSchema = z.object({
  facts: z.array(
    z.object({ factId: z.string(), entity: z.string(), predicate: z.string(), value: z.string() }),
  ),
  entities: z.array(z.object({ entityId: z.string(), name: z.string() })),
});

/** Ports through which a node leaves that has answered. */
const ANSWERED = { faq: "hit", "kb-search": "found", "graph-query": "found" } as const;

/** What the bot had found for a question, best first: the list of the node that answered, else of the first that looked. */
export function findFound(steps: readonly Step[]): readonly FoundEntry[] {
  const looks = steps.flatMap(({ kind, port, output }) => {
    if (kind !== "faq" && kind !== "kb-search" && kind !== "graph-query") return [];
    const found = kind === "graph-query" ? readFacts(output) : readCandidates(kind, output);
    return found === null ? [] : [{ hasAnswered: port === ANSWERED[kind], found }];
  });
  const look = looks.findLast(({ hasAnswered }) => hasAnswered) ?? looks[0];
  return (look?.found ?? [])
    .slice(0, FOUND_MAX)
    .map((entry) => ({ ...entry, question: entry.question.slice(0, QUESTION_MAX_CHARS) }));
}

function readCandidates(kind: "faq" | "kb-search", output: Step["output"]): readonly FoundEntry[] | null {
  const candidates = outputSchema.safeParse(output).data?.candidates;
  if (candidates === undefined) return null;
  return candidates.map(({ base, documentId, ...candidate }) => ({
    ...candidate,
    type: kind === "kb-search" ? "passage" : "entry",
    baseId: base?.id ?? null,
    documentId: documentId ?? null,
  }));
}

/** Facts that were told, or the things that were listed where nothing more is known of them. */
function readFacts(output: Step["output"]): readonly FoundEntry[] | null {
  const told = graphSchema.safeParse(output).data;
  if (told === undefined) return null;
  const named = [
    ...told.facts.map(({ factId, entity, predicate, value }) => ({
      ...{ entryId: factId, question: `${entity} · ${predicate} · ${value}` },
    })),
    ...(told.facts.length > 0
      ? []
      : told.entities.map(({ entityId, name }) => ({ entryId: entityId, question: name }))),
  ];
  return named.map((one) => ({ ...one, type: "fact", baseId: null, documentId: null, score: KNOWN }));
}
