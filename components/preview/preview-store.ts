import { create } from "zustand";
import type { Bundle } from "#flows/kernel/flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { DEFAULT_SETTINGS, type PreviewSettings, toNodeKey } from "./engine/preview-settings.ts";
import { EMPTY_TALK, type PreviewTalk } from "./engine/preview-talk.ts";

export type NamedVersion = { readonly id: string; readonly number: number };

/** A published version on which the talk runs in place of the draft. */
export type RunningVersion = NamedVersion & { readonly bundle: Bundle };

export type PreviewState = {
  readonly botId: string | null;
  readonly talk: PreviewTalk;
  readonly settings: PreviewSettings;
  readonly isBusy: boolean;
  readonly isLearning: boolean;
  /** Null runs on the draft. */
  readonly version: RunningVersion | null;
  /** The version that is being fetched; what is sent meanwhile waits for it. */
  readonly coming: NamedVersion | null;
  /** The number of the version that could not be fetched. */
  readonly unopened: number | null;
  /** The draft has changed since the talk began. */
  readonly hasDraftChanged: boolean;
  /** The draft, or the version, does not hold the place where the talk stands. */
  readonly isLost: boolean;

  /** What the canvas shows of the talk. Keys are `flowId/nodeId` and `flowId/edgeId`. */
  readonly visited: ReadonlyMap<string, number>;
  readonly takenEdges: ReadonlySet<string>;
  readonly currentNode: string | null;
  readonly breakpoints: ReadonlySet<string>;

  setSettings(changes: Partial<PreviewSettings>): void;
  toggleBreakpoint(flowId: string, nodeId: string): void;
};

/** The one talk with the draft that is open; the canvas lights its path. Holds nothing that runs. */
export const usePreviewStore = create<PreviewState>((set) => ({
  botId: null,
  talk: EMPTY_TALK,
  settings: DEFAULT_SETTINGS,
  isBusy: false,
  isLearning: false,
  version: null,
  coming: null,
  unopened: null,
  hasDraftChanged: false,
  isLost: false,
  visited: new Map(),
  takenEdges: new Set(),
  currentNode: null,
  breakpoints: new Set(),
  setSettings: (changes) =>
    set(({ settings }) => {
      const next = { ...settings, ...changes };
      return {
        settings: next,
        ...(changes.breakpoints ? { breakpoints: new Set(Object.keys(changes.breakpoints)) } : {}),
      };
    }),
  toggleBreakpoint: (flowId, nodeId) =>
    set(({ settings }) => {
      const { [toNodeKey(flowId, nodeId)]: known, ...others } = settings.breakpoints;
      const breakpoints = known === undefined ? { ...others, [toNodeKey(flowId, nodeId)]: "" } : others;
      return { settings: { ...settings, breakpoints }, breakpoints: new Set(Object.keys(breakpoints)) };
    }),
}));

export type Overlay = Pick<PreviewState, "visited" | "takenEdges" | "currentNode">;

/** Which way the talk went through the draft as it is drawn now. */
export function toOverlay({ turns, session }: PreviewTalk, bundle: Bundle): Overlay {
  const visited = new Map<string, number>();
  const ports = new Set<string>();
  for (const { steps } of turns) {
    for (const { flowId, nodeId, port, index } of steps) {
      visited.set(toNodeKey(flowId, nodeId), index);
      if (port !== null) ports.add(`${flowId}/${nodeId}/${port}`);
    }
  }
  const takenEdges = new Set<string>();
  for (const [flowId, flow] of [[MAIN_FLOW_ID, bundle.flow] as const, ...Object.entries(bundle.subflows)]) {
    for (const { id, from, port, to } of flow.edges) {
      if (ports.has(`${flowId}/${from}/${port}`) && visited.has(toNodeKey(flowId, to))) {
        takenEdges.add(`${flowId}/${id}`);
      }
    }
  }
  return { visited, takenEdges, currentNode: findCurrent(session) };
}

function findCurrent(session: PreviewTalk["session"]): string | null {
  const frame = session?.stack.at(-1);
  if (session === null || frame === undefined) return null;
  const { awaiting } = session;
  if (awaiting.type === "idle" || awaiting.type === "ended") return null;
  return toNodeKey(frame.flowId, awaiting.type === "paused" ? awaiting.nodeId : frame.nodeId);
}
