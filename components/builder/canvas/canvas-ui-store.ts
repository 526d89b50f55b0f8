import { create } from "zustand";
import type { Use } from "#flows/editing/where-used.ts";
import type { RemovalLabel } from "./remove-selected.ts";

export type ScreenPoint = { readonly x: number; readonly y: number };
export type FlowPoint = { readonly x: number; readonly y: number };

/** What the node menu will do with the kind that is picked. */
export type MenuPurpose =
  | { readonly type: "add"; readonly at: FlowPoint }
  | { readonly type: "next"; readonly from: string; readonly port: string; readonly at: FlowPoint }
  | { readonly type: "insert"; readonly edgeId: string; readonly at: FlowPoint }
  | { readonly type: "replace"; readonly nodeId: string };

/** What lies over the canvas; one thing at a time. */
export type Overlay =
  | { readonly type: "kinds"; readonly screen: ScreenPoint; readonly purpose: MenuPurpose }
  | { readonly type: "node-menu"; readonly screen: ScreenPoint; readonly nodeId: string }
  | { readonly type: "pane-menu"; readonly screen: ScreenPoint; readonly at: FlowPoint }
  | { readonly type: "connect"; readonly nodeId: string }
  | { readonly type: "rename"; readonly nodeId: string }
  | { readonly type: "remove"; readonly uses: readonly Use[]; readonly label: RemovalLabel }
  | { readonly type: "go-to" }
  | { readonly type: "shortcuts" };

export const GRIDS = [0, 4, 16] as const;
export type Grid = (typeof GRIDS)[number];

type CanvasUi = {
  readonly overlay: Overlay | null;
  readonly isFindOpen: boolean;
  readonly isMapOpen: boolean;
  readonly grid: Grid;
  readonly recentKinds: readonly string[];
  /** Folded groups into which a reader who may not unfold them looks. */
  readonly peeked: ReadonlySet<string>;
  /** The wire under the pointer, and the wire onto which a dragged node would fall. */
  readonly hoveredWire: string | null;
  readonly dropWire: string | null;
  /** Read out by screen readers. */
  readonly said: { readonly text: string; readonly nonce: number };
  open(overlay: Overlay): void;
  close(): void;
  setFindOpen(isOpen: boolean): void;
  toggleMap(): void;
  setGrid(grid: Grid): void;
  useKind(kind: string): void;
  peek(groupId: string, isOpen: boolean): void;
  hoverWire(edgeId: string | null): void;
  setDropWire(edgeId: string | null): void;
  say(text: string): void;
};

const RECENT_MAX = 4;

/** What the canvas shows over the document: menus, search, snapping. Nothing of it is stored or undone. */
export const useCanvasUi = create<CanvasUi>((set) => ({
  overlay: null,
  isFindOpen: false,
  isMapOpen: true,
  grid: 4,
  recentKinds: [],
  peeked: new Set(),
  hoveredWire: null,
  dropWire: null,
  said: { text: "", nonce: 0 },
  open: (overlay) => set({ overlay }),
  close: () => set({ overlay: null }),
  setFindOpen: (isFindOpen) => set({ isFindOpen }),
  toggleMap: () => set(({ isMapOpen }) => ({ isMapOpen: !isMapOpen })),
  setGrid: (grid) => set({ grid }),
  useKind: (kind) =>
    set(({ recentKinds }) => ({
      recentKinds: [kind, ...recentKinds.filter((other) => other !== kind)].slice(0, RECENT_MAX),
    })),
  peek: (groupId, isOpen) =>
    set(({ peeked }) => {
      const others = [...peeked].filter((id) => id !== groupId);
      return { peeked: new Set(isOpen ? [...others, groupId] : others) };
    }),
  hoverWire: (hoveredWire) => set({ hoveredWire }),
  setDropWire: (dropWire) => set((state) => (state.dropWire === dropWire ? state : { dropWire })),
  say: (text) => set(({ said }) => ({ said: { text, nonce: said.nonce + 1 } })),
}));
