"use client";

import {
  ArrowLeft,
  ExternalLink,
  Eye,
  Keyboard,
  Lightbulb,
  MoreHorizontal,
  Play,
  Redo2,
  Search,
  Undo2,
} from "lucide-react";
import Link from "next/link";
import { useTexts } from "#components/i18n/use-texts.ts";
import { PublishButton } from "#components/releases/publish-button.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { useCanvasUi } from "../canvas/canvas-ui-store.ts";
import { builderMessages } from "../messages.ts";
import { ProblemCount } from "../problems/problem-count.tsx";
import { useBuilder } from "../store/builder-context.ts";
import { tourMessages } from "../tour/messages.ts";
import { useTour } from "../tour/tour-store.ts";
import { PeopleList } from "./people-list.tsx";
import { SaveStatus } from "./save-status.tsx";

export function TopBar() {
  const t = useTexts(builderMessages);
  const botId = useBuilder((state) => state.botId);
  const botName = useBuilder((state) => state.botName);
  const canEdit = useBuilder((state) => state.canEdit);
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-surface px-1.5 md:gap-2 md:px-3">
      <Tooltip text={t.back} side="bottom">
        <Link
          href={`/bots/${botId}`}
          aria-label={t.back}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
        >
          <ArrowLeft className="size-4" aria-hidden />
        </Link>
      </Tooltip>
      <h1 title={botName} className="min-w-0 truncate text-base font-semibold text-ink">
        {botName}
      </h1>
      {canEdit ? (
        <SaveStatus />
      ) : (
        <Tooltip text={t.readOnlyHint} side="bottom">
          <span>
            <Badge>{t.readOnly}</Badge>
          </span>
        </Tooltip>
      )}
      <span className="flex-1" />
      <PeopleList />
      <ProblemCount />
      {canEdit && <TravelButtons />}
      <MoreMenu />
      <PreviewButton />
      <PublishButton />
    </header>
  );
}

function TravelButtons() {
  const t = useTexts(builderMessages);
  const undo = useBuilder((state) => state.undo);
  const redo = useBuilder((state) => state.redo);
  const undoLabel = useBuilder(({ history }) => history.past.at(-1)?.label ?? null);
  const redoLabel = useBuilder(({ history }) => history.future.at(-1)?.label ?? null);
  return (
    <span className="flex max-sm:hidden">
      <IconButton
        icon={Undo2}
        side="bottom"
        label={undoLabel === null ? t.undo : t.undoOf(t.edits[undoLabel])}
        disabled={undoLabel === null}
        onClick={undo}
      />
      <IconButton
        icon={Redo2}
        side="bottom"
        label={redoLabel === null ? t.redo : t.redoOf(t.edits[redoLabel])}
        disabled={redoLabel === null}
        onClick={redo}
      />
    </span>
  );
}

function MoreMenu() {
  const t = useTexts(builderMessages);
  const tour = useTexts(tourMessages);
  const chatUrl = useBuilder((state) => state.chatUrl);
  const undo = useBuilder((state) => state.undo);
  const redo = useBuilder((state) => state.redo);
  return (
    <Menu trigger={<IconButton icon={MoreHorizontal} label={t.more} side="bottom" />}>
      <MenuItem icon={Undo2} onSelect={undo}>
        {t.undo}
      </MenuItem>
      <MenuItem icon={Redo2} onSelect={redo}>
        {t.redo}
      </MenuItem>
      <MenuItem icon={Search} onSelect={() => useCanvasUi.getState().setFindOpen(true)}>
        {t.find}
      </MenuItem>
      <MenuItem icon={Keyboard} onSelect={() => useCanvasUi.getState().open({ type: "shortcuts" })}>
        {t.shortcuts}
      </MenuItem>
      <MenuItem icon={Lightbulb} onSelect={() => useTour.getState().start()}>
        {tour.again}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={ExternalLink} onSelect={() => window.open(chatUrl, "_blank", "noreferrer")}>
        {t.openChat}
      </MenuItem>
    </Menu>
  );
}

function PreviewButton() {
  const t = useTexts(builderMessages);
  const isOpen = useBuilder((state) => state.isPreviewOpen);
  const setOpen = useBuilder((state) => state.setPreviewOpen);
  const setPanel = useBuilder((state) => state.setPanel);
  return (
    <Button
      icon={isOpen ? Eye : Play}
      aria-pressed={isOpen}
      data-tour="preview"
      className="max-sm:w-9 max-sm:px-0"
      onClick={() => {
        // On a phone there is room for one sheet.
        if (!isOpen && window.matchMedia("(max-width: 767px)").matches) setPanel(null);
        setOpen(!isOpen);
      }}
    >
      <span className="max-sm:sr-only">{t.preview}</span>
    </Button>
  );
}
