"use client";

import { Reply } from "lucide-react";
import { useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { useMay } from "#components/console/me.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { findFlowNode, toNodeFace } from "#components/preview/node-names.ts";
import { Button } from "#components/ui/button.tsx";
import { FAMILY_TEXT } from "#components/ui/family-hues.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { CommentForm } from "./comment-form.tsx";
import { CommentItem } from "./comment-item.tsx";
import { commentMessages } from "./messages.ts";
import type { FlowComment } from "./use-comments.ts";

type CommentThreadProps = {
  readonly place: { readonly flowId: string; readonly nodeId: string | null };
  readonly comments: readonly FlowComment[];
  /** Ids of those that call the reader for the first time. */
  readonly newMentions: ReadonlySet<string>;
};

/** All that was said about one node. A click on its name shows it. */
export function CommentThread({ place, comments, newMentions }: CommentThreadProps) {
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
          <CommentItem key={comment.id} comment={comment} isNew={newMentions.has(comment.id)} />
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
