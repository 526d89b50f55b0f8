"use client";

import { useQuery } from "@tanstack/react-query";
import { AlarmClock, Ellipsis, RotateCcw, X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLabel, MenuLine } from "#components/ui/menu.tsx";
import { taskMessages } from "./messages.ts";
import type { Task } from "./to-task-href.ts";
import type { useTaskActions } from "./use-task-actions.ts";

const SNOOZES = [1, 7, 30] as const;
/** More people than fit into a menu are found on the entry itself. */
const PEOPLE_SHOWN = 12;

type TaskMenuProps = { readonly task: Task; readonly actions: ReturnType<typeof useTaskActions> };

export function TaskMenu({ task, actions }: TaskMenuProps) {
  const t = useTexts(taskMessages);
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t.more(task.title)} disabled={actions.isBusy} />}>
      {task.state !== "open" ? (
        <MenuItem icon={RotateCcw} onSelect={actions.reopen}>
          {t.reopen}
        </MenuItem>
      ) : (
        <OpenItems task={task} actions={actions} />
      )}
    </Menu>
  );
}

function OpenItems({ task, actions }: TaskMenuProps) {
  const t = useTexts(taskMessages);
  const trpc = useTRPC();
  const people = useQuery(trpc.comment.people.queryOptions());
  return (
    <>
      {task.snoozedUntil === null ? (
        SNOOZES.map((days) => (
          <MenuItem key={days} icon={AlarmClock} onSelect={() => actions.snooze(days)}>
            {t.snooze(days)}
          </MenuItem>
        ))
      ) : (
        <MenuItem icon={AlarmClock} onSelect={actions.wake}>
          {t.wake}
        </MenuItem>
      )}
      <MenuLine />
      <MenuLabel>{t.assign}</MenuLabel>
      {people.data?.slice(0, PEOPLE_SHOWN).map(({ userId, name }) => (
        <MenuItem key={userId} isChecked={task.ownerId === userId} onSelect={() => actions.assign(userId)}>
          {name}
        </MenuItem>
      ))}
      <MenuItem isChecked={task.ownerId === null} onSelect={() => actions.assign(null)}>
        {t.assignNobody}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={X} onSelect={actions.dismiss}>
        {t.dismiss}
      </MenuItem>
    </>
  );
}
