import type { FaqState } from "#drizzle/schema/faq.ts";
import type { BaseKey } from "../bases/get-base.ts";
import { askBase, type InWorkspace } from "./ask-base.ts";
import type { EntryContent } from "./entry-content.ts";

export type Trial =
  /** Ask again in a moment. */
  | { readonly type: "learning" }
  | {
      readonly type: "matched";
      readonly outcome: "sure" | "suggest" | "none";
      readonly candidates: readonly {
        readonly entryId: string;
        readonly question: EntryContent["question"];
        readonly state: FaqState;
        readonly isExpired: boolean;
        readonly score: number;
      }[];
      readonly reasons: { readonly terms: readonly string[]; readonly example: string } | null;
    };

/** What a customer's sentence would find if the base were released with all that is worked on. */
export async function trySentence(
  inWorkspace: InWorkspace,
  { workspaceId, baseId, text }: BaseKey & { readonly text: string },
): Promise<Trial> {
  const answer = await askBase(inWorkspace, { workspaceId, baseId }, { type: "match", text });
  if (answer?.type !== "match") return { type: "learning" };
  const { outcome, candidates, reasons } = answer.match;
  const rows = await inWorkspace(
    (tx) => tx<{ id: string; question: EntryContent["question"]; state: FaqState; isExpired: boolean }[]>`
      select id, question, state, coalesce(valid_to < now(), false) as "isExpired"
      from faq_entry where base_id = ${baseId} and id = any(${candidates.map(({ entryId }) => entryId)}::uuid[])`,
  );
  const known = new Map(rows.map(({ id, ...entry }) => [id, entry]));
  return {
    type: "matched",
    outcome,
    reasons,
    candidates: candidates.flatMap(({ entryId, score }) => {
      const entry = known.get(entryId);
      return entry === undefined ? [] : [{ entryId, ...entry, score }];
    }),
  };
}
