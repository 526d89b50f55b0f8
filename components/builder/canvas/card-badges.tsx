"use client";

import { CircleX, MessageCircle, Pause, StickyNote, TriangleAlert } from "lucide-react";
import { HoverCard } from "radix-ui";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import { useCommentCount } from "./comment-counts.ts";
import { canvasMessages } from "./messages.ts";
import { listNodeProblems, readProblemMark } from "./node-problems.ts";
import { PersonDots } from "./person-dots.tsx";
import { useHasBreakpoint } from "./run-overlay.ts";
import type { Card } from "./to-card.ts";

type CardBadgesProps = { readonly nodeId: string; readonly card: Card; readonly mark: string };

/** What is to be known of a node at a glance: who edits it, what is wrong, what was said about it. */
export function CardBadges({ nodeId, card, mark }: CardBadgesProps) {
  const t = useTexts(canvasMessages);
  const flowId = useBuilder((state) => state.flowId);
  const comments = useCommentCount(`${flowId}/${nodeId}`);
  const hasBreakpoint = useHasBreakpoint(`${flowId}/${nodeId}`);
  return (
    <span className="flex shrink-0 items-center gap-1.5">
      <PersonDots nodeId={nodeId} />
      {hasBreakpoint && (
        <span
          role="img"
          aria-label={t.card.breakpoint}
          title={t.card.breakpoint}
          className="size-2.5 rounded-full bg-danger"
        />
      )}
      {card.isDisabled && <Pause className="size-3.5 text-ink-3" role="img" aria-label={t.card.disabled} />}
      {card.hasNote && <StickyNote className="size-3.5 text-ink-3" role="img" aria-label={t.card.note} />}
      {comments > 0 && (
        <span
          role="img"
          aria-label={t.card.comments(comments)}
          className="inline-flex items-center gap-0.5 text-xs text-info-text"
        >
          <MessageCircle className="size-3.5" aria-hidden />
          {comments}
        </span>
      )}
      {mark !== "0/0" && <ProblemBadge nodeId={nodeId} mark={mark} />}
    </span>
  );
}

const SHOWN_MAX = 5;

function ProblemBadge({ nodeId, mark }: { readonly nodeId: string; readonly mark: string }) {
  const t = useTexts(canvasMessages);
  const { errors, warnings } = readProblemMark(mark);
  const Icon = errors > 0 ? CircleX : TriangleAlert;
  const label = [errors > 0 && t.card.errors(errors), warnings > 0 && t.card.warnings(warnings)]
    .filter(Boolean)
    .join(" · ");
  return (
    <HoverCard.Root openDelay={150} closeDelay={100}>
      <HoverCard.Trigger asChild>
        <span
          role="img"
          aria-label={label}
          className={joinClasses(
            "nodrag inline-flex items-center gap-0.5 text-xs font-medium",
            errors > 0 ? "text-danger-text" : "text-warn-text",
          )}
        >
          <Icon className="size-3.5" aria-hidden />
          {errors > 0 ? errors : warnings}
        </span>
      </HoverCard.Trigger>
      <HoverCard.Portal>
        <HoverCard.Content
          side="top"
          sideOffset={6}
          className="pop z-50 max-w-80 rounded-md border border-line bg-raised p-2 text-sm shadow-pop"
        >
          <ProblemList nodeId={nodeId} />
        </HoverCard.Content>
      </HoverCard.Portal>
    </HoverCard.Root>
  );
}

/** Read when it is opened: a card must not follow the whole list. */
function ProblemList({ nodeId }: { readonly nodeId: string }) {
  const t = useTexts(canvasMessages);
  const locale = usePreferences((state) => state.locale);
  const store = useBuilderStore();
  const { problems, flowId, focus } = store.getState();
  const own = listNodeProblems(problems, flowId, nodeId);
  return (
    <ul className="flex flex-col gap-0.5">
      {own.slice(0, SHOWN_MAX).map(({ code, path, text, severity }) => (
        <li key={`${code} ${path}`}>
          <button
            type="button"
            onClick={() => focus({ flowId, nodeId, path })}
            className="flex w-full items-start gap-1.5 rounded-xs px-1.5 py-1 text-left text-ink hover:bg-hover"
          >
            {severity === "error" ? (
              <CircleX className="mt-0.5 size-3.5 shrink-0 text-danger-text" aria-label={t.card.errors(1)} />
            ) : (
              <TriangleAlert
                className="mt-0.5 size-3.5 shrink-0 text-warn-text"
                aria-label={t.card.warnings(1)}
              />
            )}
            {text[locale]}
          </button>
        </li>
      ))}
      {own.length > SHOWN_MAX && (
        <li className="px-1.5 text-xs text-ink-3">{t.card.more(own.length - SHOWN_MAX)}</li>
      )}
    </ul>
  );
}
