"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Ellipsis, FolderInput, Trash2 } from "lucide-react";
import { useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLabel, MenuLine } from "#components/ui/menu.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { testingMessages } from "./messages.ts";
import type { ListedTest, Suite } from "./tests-panel.tsx";

type TestMenuProps = {
  readonly test: ListedTest;
  readonly suites: readonly Suite[];
  onDeleted(): void;
};

export function TestMenu({ test, suites, onDeleted }: TestMenuProps) {
  const t = useTexts(testingMessages);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const refresh = () => queries.invalidateQueries(trpc.test.suites.pathFilter());
  const onError = (error: unknown) => showFailure(toErrorText(error));
  const move = useMutation(trpc.test.move.mutationOptions({ onSuccess: refresh, onError }));
  const remove = useMutation(
    trpc.test.delete.mutationOptions({
      onSuccess: async () => {
        onDeleted();
        await refresh();
      },
      onError,
    }),
  );
  const tests = suites.find(({ id }) => id === test.suiteId)?.tests ?? [];
  const place = tests.findIndex(({ id }) => id === test.id);
  const others = suites.filter(({ id }) => id !== test.suiteId);
  const moveBy = (by: number) =>
    move.mutate({ testId: test.id, suiteId: test.suiteId, position: place + by });
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t.more} side="bottom" />}>
        <MenuItem icon={ArrowUp} isDisabled={place <= 0} onSelect={() => moveBy(-1)}>
          {t.test.moveUp}
        </MenuItem>
        <MenuItem icon={ArrowDown} isDisabled={place >= tests.length - 1} onSelect={() => moveBy(1)}>
          {t.test.moveDown}
        </MenuItem>
        {others.length > 0 && <MenuLabel>{t.test.moveTo}</MenuLabel>}
        {others.map((suite) => (
          <MenuItem
            key={suite.id}
            icon={FolderInput}
            onSelect={() => move.mutate({ testId: test.id, suiteId: suite.id, position: suite.tests.length })}
          >
            {suite.name}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem icon={Trash2} isDangerous onSelect={() => setAsking(true)}>
          {t.test.delete}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        isOpen={isAsking}
        title={t.test.deleteTitle(test.name)}
        body={t.test.deleteBody}
        action={t.test.delete}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate({ testId: test.id })}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
