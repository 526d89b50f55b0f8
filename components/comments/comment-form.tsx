"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { commentMessages } from "./messages.ts";

type CommentFormProps = {
  readonly place: { readonly flowId: string; readonly nodeId: string | null };
  readonly label: string;
  readonly hint: string;
  onDone(): void;
};

export function CommentForm({ place, label, hint, onDone }: CommentFormProps) {
  const t = useTexts(commentMessages);
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const botId = useBuilder((state) => state.botId);
  const [text, setText] = useState("");
  const add = useMutation(
    trpc.comment.add.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.comment.pathKey() });
        onDone();
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  const send = () => {
    if (text.trim() === "" || add.isPending) return;
    add.mutate({ botId, ...place, message: null, question: null, text: text.trim() });
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it opens where the reader has just clicked
        autoFocus
        aria-label={label}
        placeholder={hint}
        value={text}
        rows={2}
        maxLength={2_000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape" && !event.nativeEvent.isComposing) onDone();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        }}
        className={joinClasses(
          INPUT_CLASSES,
          "field-sizing-content h-auto max-h-40 min-h-14 resize-none py-1.5",
        )}
      />
      <div className="flex justify-end gap-1.5">
        <Button size="sm" look="ghost" onClick={onDone}>
          {t.cancel}
        </Button>
        <Button size="sm" type="submit" look="primary" isBusy={add.isPending} disabled={text.trim() === ""}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}
