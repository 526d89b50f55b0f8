"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { showFailure } from "#components/ui/toast-store.ts";
import { builderMessages } from "../messages.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import { applyMine } from "./apply-mine.ts";
import { toContent, toReadable } from "./to-content.ts";
import { toPlaceName } from "./to-place-name.ts";

type LostEditProps = { readonly row: Outputs["draft"]["recoveries"][number] };

export function LostEdit({ row }: LostEditProps) {
  const t = useTexts(builderMessages).recovery;
  const formats = useFormats();
  const locale = usePreferences((state) => state.locale);
  const store = useBuilderStore();
  const bundle = useBuilder((state) => state.bundle);
  const canEdit = useBuilder((state) => state.canEdit);
  const resolve = useResolving(row.id);
  const content = toReadable(toContent(row.op));
  const hasPlace = applyMine(bundle, row.op) !== bundle;
  const isDone = row.resolvedAt !== null;
  return (
    <li className={joinClasses("rounded-md border border-line p-3", isDone && "opacity-70")}>
      <p className="text-sm font-medium text-ink [overflow-wrap:anywhere]">
        {toPlaceName(bundle, row.op, locale)}
      </p>
      <p className="mt-0.5 text-xs text-ink-3">
        {isDone ? t.done : t[row.reason]} · {t.by(row.authorName)} · {formats.relative(row.at)}
      </p>
      {content !== "" && (
        <p className="mt-2 max-h-28 overflow-y-auto whitespace-pre-wrap rounded-sm bg-sunken px-2.5 py-2 text-sm text-ink [overflow-wrap:anywhere]">
          {content}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        {content !== "" && <CopyButton text={content} label={t.copy} />}
        {canEdit && hasPlace && (
          <Button
            size="sm"
            onClick={() => {
              store.getState().edit((current) => applyMine(current, row.op), { label: "recover" });
              resolve.mutate({ botId: store.getState().botId, recoveryId: row.id, isResolved: true });
            }}
          >
            {t.apply}
          </Button>
        )}
        {canEdit && !isDone && (
          <Button
            size="sm"
            look="ghost"
            isBusy={resolve.isPending}
            onClick={() =>
              resolve.mutate({ botId: store.getState().botId, recoveryId: row.id, isResolved: true })
            }
          >
            {t.dismiss}
          </Button>
        )}
      </div>
    </li>
  );
}

function useResolving(recoveryId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const removeConflict = useBuilder((state) => state.removeConflict);
  const botId = useBuilder((state) => state.botId);
  return useMutation(
    trpc.draft.resolveRecovery.mutationOptions({
      onSuccess: () => {
        removeConflict(recoveryId);
        return queries.invalidateQueries({ queryKey: trpc.draft.recoveries.queryKey({ botId }) });
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
}
