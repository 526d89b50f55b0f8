"use client";

import { FolderPlus, ListChecks, Play, Plus, Table2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { testingMessages } from "./messages.ts";
import { SuiteNameDialog } from "./suite-name-dialog.tsx";
import type { useTestRun } from "./use-test-run.ts";

type TestsToolbarProps = {
  readonly botId: string;
  readonly isEmpty: boolean;
  readonly runner: ReturnType<typeof useTestRun>;
  onNew(): void;
};

export function TestsToolbar({ botId, isEmpty, runner, onNew }: TestsToolbarProps) {
  const t = useTexts(testingMessages);
  const mayRun = useMay("test.run");
  const mayChange = useMay("test.create");
  const [isNaming, setNaming] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2.5">
      {mayRun && (
        <Button
          look="primary"
          icon={Play}
          disabled={isEmpty}
          isBusy={runner.isBusy}
          onClick={() => void runner.start({ suiteIds: null })}
        >
          {t.runAll}
        </Button>
      )}
      {mayChange && (
        <Menu align="start" trigger={<Button icon={Plus}>{t.newTest}</Button>}>
          <MenuItem icon={ListChecks} onSelect={onNew}>
            {t.newTest}
          </MenuItem>
          <MenuItem icon={FolderPlus} onSelect={() => setNaming(true)}>
            {t.newSuite}
          </MenuItem>
        </Menu>
      )}
      <span className="ml-auto">
        <Tooltip text={t.batchHint} side="bottom">
          <Button look="ghost" icon={Table2} asChild>
            <Link href={`/bots/${botId}/batch`}>
              <Table2 className="size-4" aria-hidden />
              {t.batch}
            </Link>
          </Button>
        </Tooltip>
      </span>
      {isNaming && <SuiteNameDialog botId={botId} suite={null} onClose={() => setNaming(false)} />}
    </div>
  );
}
