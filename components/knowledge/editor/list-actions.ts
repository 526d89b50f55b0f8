import type { StateAction } from "../entries/use-entry-changes.ts";
import type { EntryState } from "../entries/use-entry-filters.ts";

type Reader = {
  readonly mayApprove: boolean;
  /** Owners and admins may approve what they wrote and nobody has proposed. */
  readonly isManager: boolean;
  readonly isStale: boolean;
};
type Offered = { readonly main: readonly StateAction[]; readonly further: readonly StateAction[] };

/** What can be done next with an entry; the likeliest last, where the eye ends. The server decides. */
export function listActions(state: EntryState, { mayApprove, isManager, isStale }: Reader): Offered {
  switch (state) {
    case "draft":
      return { main: isManager ? ["submit", "approve"] : ["submit"], further: ["retire"] };
    case "in_review":
      return { main: mayApprove ? ["reject", "approve"] : [], further: ["retire"] };
    case "approved":
      return { main: [], further: [...(mayApprove ? (["reject"] as const) : []), "review", "retire"] };
    case "published":
      return isStale
        ? { main: ["review"], further: ["retire"] }
        : { main: [], further: ["review", "retire"] };
    case "retired":
      return { main: ["revive"], further: [] };
  }
}
