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
import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { PanelName } from "../store/builder-store.ts";

type PanelEntry = { readonly icon: LucideIcon; readonly Panel: ComponentType };

/** What the rail opens, in its order. Each is loaded when it is first opened: a page that only draws pays for none of them. */
export const PANELS: Readonly<Partial<Record<PanelName, PanelEntry>>> = {
  inspector: {
    icon: SlidersHorizontal,
    Panel: dynamic(() => import("../inspector/inspector-panel.tsx").then((module) => module.InspectorPanel)),
  },
  problems: {
    icon: TriangleAlert,
    Panel: dynamic(() => import("../problems/problems-panel.tsx").then((module) => module.ProblemsPanel)),
  },
  variables: {
    icon: Variable,
    Panel: dynamic(() =>
      import("../inspector/panels/variables-panel.tsx").then((module) => module.VariablesPanel),
    ),
  },
  settings: {
    icon: Settings2,
    Panel: dynamic(() =>
      import("../inspector/panels/settings-panel.tsx").then((module) => module.SettingsPanel),
    ),
  },
  tests: {
    icon: FlaskConical,
    Panel: dynamic(() => import("#components/testing/tests-panel.tsx").then((module) => module.TestsPanel)),
  },
  comments: {
    icon: MessageSquare,
    Panel: dynamic(() =>
      import("#components/comments/comments-panel.tsx").then((module) => module.CommentsPanel),
    ),
  },
  versions: {
    icon: GitCommitVertical,
    Panel: dynamic(() =>
      import("#components/releases/versions-panel.tsx").then((module) => module.VersionsPanel),
    ),
  },
  recovery: {
    icon: History,
    Panel: dynamic(() => import("../recovery/recovery-panel.tsx").then((module) => module.RecoveryPanel)),
  },
};
