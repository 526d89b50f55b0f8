"use client";

import {
  ArrowLeftRight,
  CalendarClock,
  CircleCheck,
  ClipboardCheck,
  FileWarning,
  Hourglass,
  SpellCheck,
  TimerOff,
} from "lucide-react";
import Link from "next/link";
import { useMay } from "#components/console/me.ts";
import { type Formats, useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { taskMessages } from "./messages.ts";
import { TaskMenu } from "./task-menu.tsx";
import { type Task, toTaskHref } from "./to-task-href.ts";
import { useTaskActions } from "./use-task-actions.ts";

const LOOKS = {
  review_due: { icon: CalendarClock, tone: "info" },
  case_review: { icon: ClipboardCheck, tone: "info" },
  contradiction: { icon: ArrowLeftRight, tone: "danger" },
  expiring: { icon: Hourglass, tone: "warn" },
  expired: { icon: TimerOff, tone: "danger" },
  glossary: { icon: SpellCheck, tone: "accent" },
  passage_outdated: { icon: FileWarning, tone: "warn" },
} as const satisfies Readonly<Record<Task["kind"], { readonly icon: unknown; readonly tone: Tone }>>;

export function TaskRow({ task }: { readonly task: Task }) {
  const t = useTexts(taskMessages);
  const formats = useFormats();
  const mayChange = useMay("knowledge.task.change");
  const actions = useTaskActions(task);
  const { icon: Icon, tone } = LOOKS[task.kind];
  const isOpen = task.state === "open";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 md:px-5">
      <Icon className="size-4 shrink-0 self-start text-ink-3 max-md:mt-1 md:self-center" aria-hidden />
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={toTaskHref(task)}
            className="min-w-0 break-words font-medium text-ink hover:text-accent-text hover:underline"
          >
            {task.title}
          </Link>
          <Badge tone={tone}>{t.kinds[task.kind]}</Badge>
        </p>
        <p className="mt-0.5 text-sm text-ink-2">
          <span className={isOpen && task.isOverdue ? "text-danger-text" : ""}>
            {toReason(task, t, formats)}
          </span>
          <span className="text-ink-3">
            {" · "}
            {task.baseName} · {task.ownerName ?? t.nobody}
            {toStanding(task, t, formats)}
          </span>
        </p>
      </div>
      {mayChange && (
        <div className="flex items-center gap-1">
          {isOpen && task.kind === "review_due" && (
            <Button icon={CircleCheck} isBusy={actions.isBusy} onClick={actions.confirm}>
              {t.confirm}
            </Button>
          )}
          <TaskMenu task={task} actions={actions} />
        </div>
      )}
    </li>
  );
}

type Texts = (typeof taskMessages)["zh-CN"];

/** Why it is asked, with the day that matters. */
function toReason({ kind, dueAt, isOverdue, facts }: Task, t: Texts, formats: Formats): string {
  const when = formats.short(dueAt);
  switch (kind) {
    case "review_due":
      return isOverdue ? t.overdue(when) : t.due(when);
    case "case_review":
      return t.submitted(String(facts.by ?? ""), when);
    case "contradiction":
      return t.contradicts(String(facts.other ?? ""));
    case "expiring":
      return t.ends(when);
    case "expired":
      return t.ended(when);
    case "glossary":
      return String(facts.words ?? "");
    case "passage_outdated":
      return t.outdated;
  }
}

function toStanding(task: Task, t: Texts, formats: Formats): string {
  if (task.state === "open")
    return task.snoozedUntil === null ? "" : ` · ${t.snoozedUntil(formats.short(task.snoozedUntil))}`;
  const when = formats.relative(task.closedAt ?? task.dueAt);
  if (task.closedByName === null) return ` · ${t.closedItself(when)}`;
  const by = task.state === "dismissed" ? t.dismissedBy : t.closedBy;
  return ` · ${by(task.closedByName, when)}`;
}
