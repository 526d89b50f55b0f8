"use client";

import { Link2, MessageSquare } from "lucide-react";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { CommentForm } from "./comment-form.tsx";
import { CommentThread } from "./comment-thread.tsx";
import { LinksDialog } from "./links-dialog.tsx";
import { commentMessages } from "./messages.ts";
import { type FlowComment, useComments } from "./use-comments.ts";
import { useNewMentions } from "./use-unread.ts";

const NO_COMMENTS: readonly FlowComment[] = [];

/** What testers and colleagues say about the nodes. */
export function CommentsPanel() {
  const t = useTexts(commentMessages);
  const mayTest = useMay("tester.create");
  const [state, setState] = useState<"open" | "resolved">("open");
  const [hasLinks, setLinks] = useState(false);
  const comments = useComments(state === "resolved");
  const newMentions = useNewMentions(comments.data ?? NO_COMMENTS);
  const linksButton = mayTest && (
    <Button size="sm" icon={Link2} onClick={() => setLinks(true)}>
      {t.links}
    </Button>
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-11 shrink-0 items-center justify-between gap-2 border-b border-line px-2">
        <Segmented
          label={t.show}
          value={state}
          options={(["open", "resolved"] as const).map((value) => ({ value, label: t.states[value] }))}
          onChange={(value) => setState(value)}
        />
        {linksButton}
      </div>
      <ScrollRegion label={t.title} className="min-h-0 flex-1">
        {comments.isPending && (
          <div className="flex flex-col gap-3 p-3">
            <Skeleton className="h-20 w-full" />
            <Skeleton className="h-20 w-full" />
          </div>
        )}
        {comments.isError && <ErrorState error={comments.error} onRetry={() => void comments.refetch()} />}
        {comments.data?.length === 0 &&
          (state === "resolved" ? (
            <p className="px-4 py-8 text-center text-ink-2">{t.emptyResolved}</p>
          ) : (
            <EmptyState
              icon={MessageSquare}
              title={t.emptyTitle}
              body={t.emptyBody}
              action={
                mayTest && (
                  <Button look="primary" icon={Link2} onClick={() => setLinks(true)}>
                    {t.makeLink}
                  </Button>
                )
              }
            />
          ))}
        <ul className="flex flex-col">
          {toThreads(comments.data ?? []).map(({ key, ...thread }) => (
            <CommentThread key={key} {...thread} newMentions={newMentions} />
          ))}
        </ul>
      </ScrollRegion>
      {mayTest && <SelectedNodeForm />}
      {hasLinks && <LinksDialog onClose={() => setLinks(false)} />}
    </div>
  );
}

/** Words about the node that is selected on the canvas. */
function SelectedNodeForm() {
  const t = useTexts(commentMessages);
  const flowId = useBuilder((state) => state.flowId);
  const nodeId = useBuilder(({ selection: { nodes } }) =>
    nodes.size === 1 ? ([...nodes][0] ?? null) : null,
  );
  const [isOpen, setOpen] = useState(false);
  if (nodeId === null) return null;
  return (
    <div className="shrink-0 border-t border-line p-2">
      {isOpen ? (
        <CommentForm
          place={{ flowId, nodeId }}
          hint={t.addHint}
          label={t.add}
          onDone={() => setOpen(false)}
        />
      ) : (
        <Button size="sm" look="ghost" icon={MessageSquare} onClick={() => setOpen(true)}>
          {t.add}
        </Button>
      )}
    </div>
  );
}

type Thread = {
  readonly key: string;
  readonly place: { readonly flowId: string; readonly nodeId: string | null };
  readonly comments: readonly FlowComment[];
};

/** Node by node, the one that was last spoken of first; within a node oldest first. */
function toThreads(comments: readonly FlowComment[]): readonly Thread[] {
  const threads = new Map<string, FlowComment[]>();
  for (const comment of comments) {
    const key = `${comment.flowId}/${comment.nodeId ?? ""}`;
    threads.set(key, [comment, ...(threads.get(key) ?? [])]);
  }
  return [...threads].flatMap(([key, list]) => {
    const [first] = list;
    return first ? [{ key, place: { flowId: first.flowId, nodeId: first.nodeId }, comments: list }] : [];
  });
}
