import { create } from "zustand";
import type { Point } from "#flows/editing/edits/move-nodes.ts";

/** Where something is drawn while it is on its way, and how large while it is resized; by React Flow id. */
export type Live = {
  readonly position?: Point;
  readonly width?: number;
  readonly height?: number;
  readonly dragging?: boolean;
};

type LivePlaces = {
  readonly places: ReadonlyMap<string, Live>;
  set(places: ReadonlyMap<string, Live>): void;
  clear(): void;
};

const NONE: ReadonlyMap<string, Live> = new Map();

/** Places during a drag, a resize or a glide. The document is written once, at the end. */
export const useLivePlaces = create<LivePlaces>((set) => ({
  places: NONE,
  set: (places) => set({ places }),
  clear: () => set({ places: NONE }),
}));
