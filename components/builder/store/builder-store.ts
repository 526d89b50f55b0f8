import { createStore, type StoreApi } from "zustand/vanilla";
import { diffOps } from "#flows/editing/diff-ops.ts";
import type { Op } from "#flows/editing/op.ts";
import type { Channel } from "#flows/kernel/channels.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import type { Problem } from "#flows/kernel/problem.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import type { LearningReport } from "#flows/preview/learning-report.ts";
import {
  type EditLabel,
  EMPTY_HISTORY,
  type History,
  pushEdit,
  redoEdit,
  type Travel,
  undoEdit,
} from "./history.ts";

export type { EditLabel } from "./history.ts";

export type Selection = {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
};

export type PanelName =
  | "inspector"
  | "preview"
  | "problems"
  | "variables"
  | "settings"
  | "tests"
  | "versions"
  | "comments"
  | "recovery";

export type Person = {
  readonly clientId: string;
  readonly name: string;
  /** A hue of the tokens, 0 to 7. */
  readonly color: number;
  readonly flowId: string | null;
  readonly nodeId: string | null;
  readonly cursor: { readonly x: number; readonly y: number } | null;
};

/** `offline`: nobody answers; edits are kept in this browser. `failed`: the server refused them, with a reason to read. */
export type Saving =
  | { readonly status: "saved" | "saving"; readonly waiting: number }
  | { readonly status: "offline"; readonly waiting: number }
  | { readonly status: "failed"; readonly waiting: number; readonly error: unknown };

/** A field that somebody else changed first. `theirs` stands in the document; `op` holds what was typed here. */
export type EditConflict = {
  readonly recoveryId: string;
  readonly op: Op;
  readonly reason: "changed" | "gone" | "replaced";
  readonly theirs: Json | null;
};

export type ExaminationState =
  | { readonly state: "running" | "failed" }
  | { readonly state: "done"; readonly report: LearningReport };

export type FocusTarget = {
  readonly flowId: string;
  readonly nodeId: string | null;
  /** A path into the node's config, `options[0].label`. */
  readonly path?: string | null;
};

export type BuilderState = {
  readonly botId: string;
  readonly botName: string;
  readonly chatUrl: string;
  /** For which the bot is written; the checks hold its messages against them. */
  readonly channels: readonly Channel[];
  /** The document with everything that was typed here; saved or not. Only `edit`, `undo`, `redo` and the sync change it. */
  readonly bundle: Bundle;
  /** Rev of the last document that the server is known to have. */
  readonly rev: number;
  readonly flowId: string;
  readonly selection: Selection;
  readonly panel: PanelName | null;
  readonly isPreviewOpen: boolean;
  readonly canEdit: boolean;
  readonly problems: readonly Problem[];
  /** What came of examining parts of the document, by `toExaminedKey`; an edited part has another key, and none. */
  readonly examinations: ReadonlyMap<string, ExaminationState>;
  readonly saving: Saving;
  readonly conflicts: readonly EditConflict[];
  readonly people: readonly Person[];
  readonly focusRequest: (Required<FocusTarget> & { readonly nonce: number }) | null;
  readonly history: History;
  /** What was last done by undo or redo, for the live region and the toast; `skipped` fields were left to others. */
  readonly lastTravel: {
    readonly kind: "undo" | "redo";
    readonly label: EditLabel;
    readonly skipped: number;
    readonly nonce: number;
  } | null;

  /** One undo step. Edits with the same `coalesce` key within 800 ms are one. An edit that changes nothing leaves no trace. */
  edit(
    change: (bundle: Bundle) => Bundle,
    options: { readonly label: EditLabel; readonly coalesce?: string },
  ): void;
  undo(): void;
  redo(): void;
  select(selection: Partial<Selection> | "none"): void;
  openFlow(flowId: string): void;
  setPanel(panel: PanelName | null): void;
  setPreviewOpen(isOpen: boolean): void;
  /** Opens the flow, shows the node in the middle, and puts the cursor into the field. */
  focus(target: FocusTarget): void;
  setProblems(problems: readonly Problem[]): void;
  /** Null forgets what was said of it. */
  setExamination(key: string, state: ExaminationState | null): void;
  setPeople(people: readonly Person[]): void;
  setSaving(saving: Saving): void;
  removeConflict(recoveryId: string): void;
  /** What the sync brings: a document with the others' edits merged in. Leaves the history alone. */
  receive(update: {
    readonly bundle: Bundle;
    readonly rev: number;
    readonly conflicts?: readonly EditConflict[];
  }): void;
};

export type BuilderStore = StoreApi<BuilderState>;

export const NOTHING_SELECTED: Selection = {
  nodes: new Set(),
  edges: new Set(),
  notes: new Set(),
  groups: new Set(),
};

export type BuilderStart = {
  readonly botId: string;
  readonly botName: string;
  readonly chatUrl: string;
  readonly channels: readonly Channel[];
  readonly bundle: Bundle;
  readonly rev: number;
  readonly canEdit: boolean;
  readonly now?: () => number;
};

type Set = StoreApi<BuilderState>["setState"];
type Get = StoreApi<BuilderState>["getState"];

/** The state of one open builder. Selection and viewport never enter the history. */
export function createBuilderStore({ now = Date.now, ...start }: BuilderStart): BuilderStore {
  return createStore<BuilderState>()((set, get) => ({
    ...start,
    flowId: MAIN_FLOW_ID,
    selection: NOTHING_SELECTED,
    panel: null,
    isPreviewOpen: false,
    problems: [],
    examinations: new Map(),
    saving: { status: "saved", waiting: 0 },
    conflicts: [],
    people: [],
    focusRequest: null,
    history: EMPTY_HISTORY,
    lastTravel: null,
    ...toEditing({ set, get, now }),
    ...toViewing({ set, get }),
    setProblems: (problems) => set({ problems }),
    setExamination: (key, state) =>
      set((before) => {
        const examinations = new Map(before.examinations);
        if (state === null) examinations.delete(key);
        else examinations.set(key, state);
        return { examinations };
      }),
    setPeople: (people) => set({ people }),
    setSaving: (saving) => set({ saving }),
    removeConflict: (recoveryId) =>
      set(({ conflicts }) => ({
        conflicts: conflicts.filter((conflict) => conflict.recoveryId !== recoveryId),
      })),
    receive: ({ bundle, rev, conflicts = [] }) =>
      set((state) => ({
        bundle,
        rev,
        history: { ...state.history, isOpen: false },
        conflicts: [...state.conflicts, ...conflicts],
        ...toValidView(state, bundle),
      })),
  }));
}

type Hands = { readonly set: Set; readonly get: Get; readonly now: () => number };

function toEditing({ set, get, now }: Hands): Pick<BuilderState, "edit" | "undo" | "redo"> {
  const travel = (kind: "undo" | "redo", found: Travel | null): void => {
    if (!found || !get().canEdit) return;
    const { history, bundle, label, skipped } = found;
    set((state) => ({
      history,
      bundle,
      lastTravel: { kind, label, skipped, nonce: (state.lastTravel?.nonce ?? 0) + 1 },
      ...toValidView(state, bundle),
    }));
  };
  return {
    edit: (change, { label, coalesce = null as string | null }) => {
      const { bundle: before, history, canEdit } = get();
      if (!canEdit) return;
      const after = change(before);
      if (after === before || diffOps(before, after).length === 0) return;
      set((state) => ({
        bundle: after,
        history: pushEdit(history, { before, after, label, coalesce, at: now() }),
        ...toValidView(state, after),
      }));
    },
    undo: () => travel("undo", undoEdit(get().history, get().bundle)),
    redo: () => travel("redo", redoEdit(get().history, get().bundle)),
  };
}

type Viewing = Pick<BuilderState, "select" | "openFlow" | "setPanel" | "setPreviewOpen" | "focus">;

function toViewing({ set, get }: Pick<Hands, "set" | "get">): Viewing {
  return {
    select: (selection) =>
      set((state) => ({
        selection: selection === "none" ? NOTHING_SELECTED : { ...state.selection, ...selection },
      })),
    openFlow: (flowId) => {
      const { bundle } = get();
      if (flowId !== MAIN_FLOW_ID && !Object.hasOwn(bundle.subflows, flowId)) return;
      set({ flowId, selection: NOTHING_SELECTED });
    },
    setPanel: (panel) => set({ panel }),
    setPreviewOpen: (isPreviewOpen) => set({ isPreviewOpen }),
    focus: ({ flowId, nodeId, path = null }) => {
      get().openFlow(flowId);
      set((state) => ({
        focusRequest: { flowId, nodeId, path, nonce: (state.focusRequest?.nonce ?? 0) + 1 },
        ...(nodeId === null
          ? { panel: "settings" as const }
          : {
              selection: { ...NOTHING_SELECTED, nodes: new Set([nodeId]) },
              panel: path === null ? state.panel : ("inspector" as const),
            }),
      }));
    },
  };
}

/** What is gone cannot be looked at: the flow falls back to the main one, the selection loses what it named. */
function toValidView(
  { flowId, selection }: BuilderState,
  bundle: Bundle,
): Partial<Pick<BuilderState, "flowId" | "selection">> {
  if (flowId !== MAIN_FLOW_ID && !Object.hasOwn(bundle.subflows, flowId)) {
    return { flowId: MAIN_FLOW_ID, selection: NOTHING_SELECTED };
  }
  const flow = flowId === MAIN_FLOW_ID ? bundle.flow : bundle.subflows[flowId];
  if (!flow) return {};
  const kept = {
    nodes: keepPresent(selection.nodes, flow.nodes),
    edges: keepPresent(selection.edges, flow.edges),
    notes: keepPresent(selection.notes, flow.notes),
    groups: keepPresent(selection.groups, flow.groups),
  };
  const isSame =
    kept.nodes === selection.nodes &&
    kept.edges === selection.edges &&
    kept.notes === selection.notes &&
    kept.groups === selection.groups;
  return isSame ? {} : { selection: kept };
}

function keepPresent(
  ids: ReadonlySet<string>,
  list: readonly { readonly id: string }[],
): ReadonlySet<string> {
  if (ids.size === 0) return ids;
  const present = list.filter(({ id }) => ids.has(id));
  return present.length === ids.size ? ids : new Set(present.map(({ id }) => id));
}
