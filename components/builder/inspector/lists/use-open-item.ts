"use client";

import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { toIndexIn } from "../form/config-path.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { keyOf, type ListHands } from "./use-list.ts";

type OpenItem = {
  isOpen(key: string): boolean;
  toggle(key: string): void;
  open(key: string): void;
};

/** Which item of a list is unfolded: one at a time, by its key so that it stays open when it moves. A problem opens its item. */
export function useOpenItem(path: string, list: ListHands): OpenItem {
  const { nodeId } = useNodeScope();
  const [openKey, setOpenKey] = useState<string | null>(
    list.items.length === 1 ? keyOf(list.items[0], 0) : null,
  );
  const request = useBuilder((state) => state.focusRequest);
  const [seenNonce, setSeenNonce] = useState<number | null>(null);
  if (request !== null && request.nonce !== seenNonce) {
    setSeenNonce(request.nonce);
    const index = request.nodeId === nodeId && request.path !== null ? toIndexIn(request.path, path) : null;
    if (index !== null) setOpenKey(keyOf(list.items[index], index));
  }
  return {
    isOpen: (key) => key === openKey,
    toggle: (key) => setOpenKey(key === openKey ? null : key),
    open: setOpenKey,
  };
}
