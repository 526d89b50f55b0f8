"use client";

import { useBuilder } from "#components/builder/store/builder-context.ts";
import { ExamineBox } from "#components/builder/understanding/examine-box.tsx";
import { usePreferences } from "#components/i18n/preferences.ts";
import { toExamplePath } from "#flows/checks/list-confusions.ts";
import { getChild, toList } from "../form/config-path.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useConfigEdit, useConfigValue } from "../form/use-field.ts";
import { toThreshold, withThreshold } from "./intent-threshold.ts";
import { hasExample, moveExample } from "./move-example.ts";
import { toIntentName } from "./to-intent-name.ts";

/** Which intents at this path are taken for each other; a sentence can be put where it belongs at once. */
export function ExamineIntents({ path }: { readonly path: string }) {
  const { flowId, nodeId } = useNodeScope();
  const locale = usePreferences((state) => state.locale);
  const focus = useBuilder((state) => state.focus);
  const canEdit = useBuilder((state) => state.canEdit);
  const edit = useConfigEdit();
  const intents = toList(useConfigValue(path));
  if (intents.length < 2) return null;
  return (
    <ExamineBox
      key={`${flowId}/${nodeId}`}
      examined={{ type: "intents", flowId, nodeId }}
      nameOf={(id) => toIntentName(intents, id, locale)}
      isThere={({ from }, sentence) => hasExample(intents, from, sentence)}
      onOpen={({ from }, sentence) => {
        const at = intents.findIndex((intent) => getChild(intent, "id") === from);
        const examples = toList(getChild(intents[at] ?? null, "examples"));
        focus({ flowId, nodeId, path: toExamplePath(at, examples.indexOf(sentence)) });
      }}
      threshold={{
        thresholdOf: (id) => toThreshold(intents.find((intent) => getChild(intent, "id") === id)),
        ...(canEdit && {
          onTake: (threshold: number | null) =>
            edit(
              path,
              intents.map((intent) => withThreshold(intent, threshold)),
              "step",
            ),
        }),
      }}
      {...(canEdit && {
        onMove: ({ from, to }, sentence) => {
          if (to !== null) edit(path, [...moveExample(intents, { from, to, sentence })], "step");
        },
      })}
    />
  );
}
