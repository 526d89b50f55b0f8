"use client";

import { useMemo } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { createNodeNames, type NodeNames } from "./node-names.ts";

export function useNodeNames(): NodeNames {
  const bundle = useBuilder((state) => state.bundle);
  const locale = usePreferences((state) => state.locale);
  return useMemo(() => createNodeNames(bundle, locale), [bundle, locale]);
}
