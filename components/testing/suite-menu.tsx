"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Pencil, Plus, ShieldCheck, ShieldOff, Trash2 } from "lucide-react";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useMay } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { testingMessages } from "./messages.ts";
import { SuiteNameDialog } from "./suite-name-dialog.tsx";
import type { Suite } from "./tests-panel.tsx";

type Asking = "rename" | "require" | "delete" | null;

export function SuiteMenu({ suite, onNew }: { readonly suite: Suite; onNew(): void }) {
  const t = useTexts(testingMessages).suite;
  const botId = useBuilder((state) => state.botId);
  const mayRequire = useMay("test.setRequired");
  const mayDelete = useMay("test.deleteSuite");
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const { setRequired, remove } = useSuiteChanges(close);
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t.menu(suite.name)} className="size-7" />}>
        <MenuItem icon={Plus} onSelect={onNew}>
          {t.add}
        </MenuItem>
        <MenuItem icon={Pencil} onSelect={() => setAsking("rename")}>
          {t.rename}
        </MenuItem>
        <MenuItem
          icon={suite.isRequired ? ShieldOff : ShieldCheck}
          isDisabled={!mayRequire}
          onSelect={() => {
            if (suite.isRequired) setRequired.mutate({ suiteId: suite.id, isRequired: false });
            else setAsking("require");
          }}
        >
          <span>
            {suite.isRequired ? t.makeOptional : t.makeRequired}
            {!mayRequire && <span className="block text-xs text-ink-3">{t.onlyManagers}</span>}
          </span>
        </MenuItem>
        <MenuLine />
        <MenuItem icon={Trash2} isDangerous isDisabled={!mayDelete} onSelect={() => setAsking("delete")}>
          {t.delete}
        </MenuItem>
      </Menu>
      {asking === "rename" && <SuiteNameDialog botId={botId} suite={suite} onClose={close} />}
      <ConfirmDialog
        isOpen={asking === "require"}
        title={t.requiredTitle}
        body={t.requiredBody}
        action={t.makeRequired}
        isDangerous={false}
        isBusy={setRequired.isPending}
        onConfirm={() => setRequired.mutate({ suiteId: suite.id, isRequired: true })}
        onClose={close}
      />
      <ConfirmDialog
        isOpen={asking === "delete"}
        title={t.deleteTitle(suite.name)}
        body={t.deleteBody(suite.tests.length)}
        action={t.delete}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate({ suiteId: suite.id })}
        onClose={close}
      />
    </>
  );
}

function useSuiteChanges(onDone: () => void) {
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const after = {
    onSuccess: async () => {
      await queries.invalidateQueries(trpc.test.suites.pathFilter());
      onDone();
    },
    onError: (error: unknown) => {
      showFailure(toErrorText(error));
      onDone();
    },
  };
  return {
    setRequired: useMutation(trpc.test.setRequired.mutationOptions(after)),
    remove: useMutation(trpc.test.deleteSuite.mutationOptions(after)),
  };
}
