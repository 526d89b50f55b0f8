import {
  FlaskConical,
  GitCommitVertical,
  History,
  type LucideIcon,
  MessageSquare,
  Settings2,
  SlidersHorizontal,
  TriangleAlert,
  Variable,
} from "lucide-react";
import type { Load } from "#components/ui/lazy-part.tsx";
import type { PanelName } from "../store/builder-store.ts";

type PanelEntry = { readonly icon: LucideIcon; readonly load: Load };

/** What the rail opens, in its order. Their code comes after the canvas stands (`usePanelsAhead`), so they open without a network too. */
export const PANELS: Readonly<Partial<Record<PanelName, PanelEntry>>> = {
  inspector: {
    icon: SlidersHorizontal,
    load: () => import("../inspector/inspector-panel.tsx").then((module) => module.InspectorPanel),
  },
  problems: {
    icon: TriangleAlert,
    load: () => import("../problems/problems-panel.tsx").then((module) => module.ProblemsPanel),
  },
  variables: {
    icon: Variable,
    load: () => import("../inspector/panels/variables-panel.tsx").then((module) => module.VariablesPanel),
  },
  settings: {
    icon: Settings2,
    load: () => import("../inspector/panels/settings-panel.tsx").then((module) => module.SettingsPanel),
  },
  tests: {
    icon: FlaskConical,
    load: () => import("#components/testing/tests-panel.tsx").then((module) => module.TestsPanel),
  },
  comments: {
    icon: MessageSquare,
    load: () => import("#components/comments/comments-panel.tsx").then((module) => module.CommentsPanel),
  },
  versions: {
    icon: GitCommitVertical,
    load: () => import("#components/releases/versions-panel.tsx").then((module) => module.VersionsPanel),
  },
  recovery: {
    icon: History,
    load: () => import("../recovery/recovery-panel.tsx").then((module) => module.RecoveryPanel),
  },
};
