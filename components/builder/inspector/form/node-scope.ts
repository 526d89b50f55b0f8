"use client";

import { createContext, useContext } from "react";
import type { NodeDefinition, NodeTexts } from "#flows/kernel/define-node.ts";

/** Whose form this is. Fields read their own values from the store, so nothing that changes while typing is in here. */
export type NodeScope = {
  readonly flowId: string;
  readonly nodeId: string;
  readonly kind: string;
  readonly definition: NodeDefinition;
  readonly texts: NodeTexts;
};

export const NodeScopeContext = createContext<NodeScope | null>(null);

export function useNodeScope(): NodeScope {
  const scope = useContext(NodeScopeContext);
  if (scope === null) throw new Error("a field outside of a node's form");
  return scope;
}
