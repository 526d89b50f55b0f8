"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, RotateCcw, ThumbsDown, ThumbsUp } from "lucide-react";
import { useMay } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { cutMentions } from "./mention-text.ts";
import { commentMessages } from "./messages.ts";
import type { FlowComment } from "./use-comments.ts";

type CommentItemProps = {
  readonly comment: FlowComment;
  /** It calls the reader, who sees it for the first time. */
  readonly isNew: boolean;
};

/** What one person said. */
export function CommentItem({ comment, isNew }: CommentItemProps) {
  const t = useTexts(commentMessages);
  const formats = useFormats();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const mayResolve = useMay("comment.resolve");
  const isResolved = comment.resolvedAt !== null;
  const resolve = useMutation(
    trpc.comment.resolve.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.comment.pathKey() }),
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  return (
    <li className="flex flex-col gap-1 text-sm">
      <div className="flex items-center gap-1.5 text-xs text-ink-3">
        {comment.thumb === "up" && <ThumbsUp className="size-3.5 text-success-text" aria-label={t.up} />}
        {comment.thumb === "down" && <ThumbsDown className="size-3.5 text-danger-text" aria-label={t.down} />}
        <span className="min-w-0 truncate font-medium text-ink-2">{comment.authorName}</span>
        {comment.isTester && <Badge>{t.tester}</Badge>}
        {isNew && <Badge tone="accent">{t.calledYou}</Badge>}
        <time dateTime={String(comment.at)} title={formats.dateTime(String(comment.at))} className="shrink-0">
          {formats.relative(String(comment.at))}
        </time>
        {mayResolve && (
          <IconButton
            icon={isResolved ? RotateCcw : Check}
            label={isResolved ? t.reopen : t.resolve}
            disabled={resolve.isPending}
            onClick={() => resolve.mutate({ commentId: comment.id, isResolved: !isResolved })}
            className="ml-auto size-6"
          />
        )}
      </div>
      {comment.text && (
        <p className="whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
          {cutMentions(comment.text, comment.mentions).map(({ text, person }, index) =>
            person === null ? (
              text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece has nothing but its place
              <span key={index} className="rounded-xs bg-accent-soft px-0.5 font-medium text-accent-text">
                {text}
              </span>
            ),
          )}
        </p>
      )}
      {comment.message && (
        <blockquote className="border-l-2 border-line-strong pl-2 text-xs text-ink-2">
          {comment.question && (
            <p className="line-clamp-2 [overflow-wrap:anywhere]">
              <span className="text-ink-3">{t.asked}</span> {comment.question}
            </p>
          )}
          <p className="line-clamp-3 [overflow-wrap:anywhere]">
            <span className="text-ink-3">{t.said}</span> {comment.message}
          </p>
        </blockquote>
      )}
    </li>
  );
}
