"use client";

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { BuilderState, BuilderStore } from "./builder-store.ts";

export const BuilderContext = createContext<BuilderStore | null>(null);

/** The store itself, for handlers that read the state when they run. */
export function useBuilderStore(): BuilderStore {
  const store = useContext(BuilderContext);
  if (!store) throw new Error("useBuilder is for parts of the builder");
  return store;
}

/** One slice of the builder. Select as little as is drawn: a component is drawn again when its slice changes. */
export function useBuilder<Slice>(select: (state: BuilderState) => Slice): Slice {
  return useStore(useBuilderStore(), select);
}
