"use client";

import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { canRenameIntent, renameIntent } from "#flows/editing/edits/rename-intent.ts";
import { RenameField } from "../panels/rename-field.tsx";
import { UseList } from "../panels/use-list.tsx";
import { useUses } from "../panels/use-uses.ts";
import { understandingMessages } from "./messages.ts";

type IntentCodeProps = { readonly intentId: string; onRenamed(intentId: string): void };

/** By what the rest of the bot knows an intent; a new code reaches all of it at once. */
export function IntentCode({ intentId, onRenamed }: IntentCodeProps) {
  const t = useTexts(understandingMessages);
  const store = useBuilderStore();
  const canEdit = useBuilder((state) => state.canEdit);
  const uses = useUses({ type: "intent", intentId });
  const rename = (to: string) => {
    store.getState().edit((bundle) => renameIntent(bundle, { from: intentId, to }), { label: "rename" });
    onRenamed(to);
  };
  return (
    <div className="flex flex-col gap-2">
      <RenameField
        path="intent-code"
        label={t.code}
        help={t.codeHint}
        name={intentId}
        usesCount={uses.length}
        canEdit={canEdit}
        findProblem={(to) =>
          canRenameIntent(store.getState().bundle, { from: intentId, to }) ? null : t.codeRefused
        }
        onRename={rename}
      />
      {uses.length > 1 && <UseList uses={uses} isTitled={false} />}
    </div>
  );
}
