"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Reply, RotateCcw, ThumbsDown, ThumbsUp } from "lucide-react";
import { useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useMay } from "#components/console/me.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { findFlowNode, toNodeFace } from "#components/preview/node-names.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { FAMILY_TEXT } from "#components/ui/family-hues.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { CommentForm } from "./comment-form.tsx";
import { commentMessages } from "./messages.ts";
import type { FlowComment } from "./use-comments.ts";

type CommentThreadProps = {
  readonly place: { readonly flowId: string; readonly nodeId: string | null };
  readonly comments: readonly FlowComment[];
};

/** All that was said about one node. A click on its name shows it. */
export function CommentThread({ place, comments }: CommentThreadProps) {
  const t = useTexts(commentMessages);
  const builder = useBuilderStore();
  const mayReply = useMay("comment.add");
  const locale = usePreferences((state) => state.locale);
  const { flowId, nodeId } = place;
  const node = useBuilder(({ bundle }) =>
    nodeId === null ? null : findFlowNode(bundle, { flowId, nodeId }),
  );
  const isSelected = useBuilder(
    (state) => nodeId !== null && state.flowId === flowId && state.selection.nodes.has(nodeId),
  );
  const [isReplying, setReplying] = useState(false);
  const face = node === null ? null : toNodeFace(node, locale);
  const title = face?.title ?? (nodeId === null ? t.flow : t.goneNode);
  return (
    <li className={joinClasses("border-b border-line p-3", isSelected && "bg-accent-soft")}>
      <button
        type="button"
        disabled={face === null}
        onClick={() => builder.getState().focus(place)}
        className="flex max-w-full items-center gap-1.5 text-sm font-medium text-ink enabled:hover:text-accent-text disabled:text-ink-3"
      >
        {face && (
          <span className={FAMILY_TEXT[face.family]}>
            <NodeIcon name={face.icon} />
          </span>
        )}
        <span className="truncate">{title}</span>
      </button>
      <ul className="mt-1.5 flex flex-col gap-2.5">
        {comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} />
        ))}
      </ul>
      {isReplying ? (
        <div className="pt-2">
          <CommentForm
            place={place}
            label={t.replyTo(title)}
            hint={t.replyHint}
            onDone={() => setReplying(false)}
          />
        </div>
      ) : (
        mayReply && (
          <Button
            size="sm"
            look="ghost"
            icon={Reply}
            onClick={() => setReplying(true)}
            className="-ml-2.5 mt-1"
          >
            {t.reply}
          </Button>
        )
      )}
    </li>
  );
}

function CommentItem({ comment }: { readonly comment: FlowComment }) {
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
        <p className="whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">{comment.text}</p>
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
