import { useMemo } from "react";
import { findFlow } from "#flows/editing/locate.ts";
import { useBuilder } from "../store/builder-context.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";

const GAP = "\n";

/**
 * Groups that are drawn as one card: folded in the document, not looked into, and without a selected member. What a search, a
 * problem or the preview points at is selected, so its group opens by itself and closes when the reader goes on.
 */
export function useFolded(): ReadonlySet<string> {
  const peeked = useCanvasUi((state) => state.peeked);
  const ids = useBuilder(({ bundle, flowId, selection }) =>
    (findFlow(bundle, flowId)?.groups ?? [])
      .filter(({ collapsed, nodes }) => collapsed === true && !nodes.some((id) => selection.nodes.has(id)))
      .map(({ id }) => id)
      .join(GAP),
  );
  return useMemo(
    () => new Set(ids === "" ? [] : ids.split(GAP).filter((id) => !peeked.has(id))),
    [ids, peeked],
  );
}
