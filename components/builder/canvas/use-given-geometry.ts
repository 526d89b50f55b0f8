import { useStoreApi } from "@xyflow/react";
import { useState } from "react";

/**
 * Keeps React Flow from measuring what it draws: sizes and ports are given (B3 of `to-react-flow`). It would read the ports off the
 * page, where a card that is far away draws none, and then leave out all wires of that card.
 * Called above `ReactFlow`, which takes the measuring function when it is first drawn.
 */
export function useGivenGeometry(): void {
  const store = useStoreApi();
  useState(() => store.setState({ updateNodeInternals: () => {} }));
}
