"use client";

import { useCallback } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { updateSettings } from "#flows/editing/edits/variables.ts";
import type { FlowSettings } from "#flows/kernel/flow.ts";
import type { Problem } from "#flows/kernel/problem.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { useBuilder, useBuilderStore } from "../../store/builder-context.ts";

export function useSettings(): FlowSettings {
  return useBuilder((state) => state.bundle.flow.settings);
}

/** `name` is the field: typing in one is one step of undo. */
export function useSettingsEdit(): (name: string, change: (settings: FlowSettings) => FlowSettings) => void {
  const store = useBuilderStore();
  return useCallback(
    (name, change) =>
      store.getState().edit((bundle) => updateSettings(bundle, MAIN_FLOW_ID, change), {
        label: "settings",
        coalesce: `settings/${name}`,
      }),
    [store],
  );
}

/** What the checks say about a setting, by its path in the document. */
export function useSettingProblem(path: string): string | null {
  const locale = usePreferences((state) => state.locale);
  return useBuilder((state) => state.problems.find((problem) => isAt(problem, path))?.text[locale] ?? null);
}

const isAt = (problem: Problem, path: string): boolean =>
  problem.flowId === MAIN_FLOW_ID && problem.nodeId === null && problem.path === path;
