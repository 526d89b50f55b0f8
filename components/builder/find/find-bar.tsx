"use client";

import { ArrowDown, ArrowUp, CaseSensitive, Replace, X } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { applyReplacements, type Found, findText, previewReplace } from "#flows/editing/find-text.ts";
import { useCanvasUi } from "../canvas/canvas-ui-store.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import type { BuilderState } from "../store/builder-store.ts";
import { FindSnippet } from "./find-snippet.tsx";
import { findMessages } from "./messages.ts";
import { ReplacePreview } from "./replace-preview.tsx";

/** Finds texts in the whole bot and goes from one to the next; replaces all after a look at each change. */
export function FindBar() {
  const isOpen = useCanvasUi((state) => state.isFindOpen);
  return isOpen ? <OpenFindBar /> : null;
}

const INPUT =
  "h-8 min-w-0 flex-1 rounded-sm border border-line-strong bg-surface px-2.5 text-sm text-ink focus-visible:border-accent";

function OpenFindBar() {
  const t = useTexts(findMessages);
  const store = useBuilderStore();
  const bundle = useBuilder((state) => state.bundle);
  const canEdit = useBuilder((state) => state.canEdit);
  const setFindOpen = useCanvasUi((state) => state.setFindOpen);
  const [text, setText] = useState("");
  const [replacement, setReplacement] = useState("");
  const [matchCase, setMatchCase] = useState(false);
  const [isPreviewing, setPreviewing] = useState(false);
  const [at, setAt] = useState(0);
  const deferred = useDeferredValue(text);
  const query = useMemo(() => ({ text: deferred, matchCase }), [deferred, matchCase]);
  const found = useMemo(() => findText(bundle, query), [bundle, query]);
  const index = Math.min(at, Math.max(found.length - 1, 0));
  const current = found[index];

  const go = (step: 1 | -1) => {
    if (found.length === 0) return;
    const next = (index + step + found.length) % found.length;
    setAt(next);
    showFound(store.getState(), found[next]);
  };
  const close = () => setFindOpen(false);
  // On a phone a sheet would cover what is found.
  useEffect(() => {
    if (window.matchMedia("(max-width: 767px)").matches) store.getState().setPanel(null);
  }, [store]);
  return (
    <search
      aria-label={t.label}
      className="pop absolute right-[calc(var(--covered-right,0px)+12px)] top-3 z-20 w-[min(380px,calc(100%-var(--covered-right,0px)-24px))] rounded-md border border-line bg-raised p-2 shadow-panel"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <div className="flex items-center gap-1">
        <input
          // biome-ignore lint/a11y/noAutofocus: the bar was opened to write here
          autoFocus
          aria-label={t.find}
          placeholder={t.find}
          value={text}
          className={INPUT}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
          }}
        />
        <IconButton
          icon={CaseSensitive}
          label={t.matchCase}
          aria-pressed={matchCase}
          className={matchCase ? "bg-accent-soft text-accent-text" : ""}
          onClick={() => setMatchCase(!matchCase)}
        />
        <IconButton icon={ArrowUp} label={t.previous} disabled={found.length === 0} onClick={() => go(-1)} />
        <IconButton icon={ArrowDown} label={t.next} disabled={found.length === 0} onClick={() => go(1)} />
        <IconButton icon={X} label={t.close} onClick={close} />
      </div>
      {canEdit && (
        <div className="mt-1.5 flex items-center gap-1.5">
          <input
            aria-label={t.replace}
            placeholder={t.replace}
            value={replacement}
            className={INPUT}
            onChange={(event) => setReplacement(event.target.value)}
          />
          <Button
            icon={Replace}
            disabled={!found.some(({ canReplace }) => canReplace)}
            onClick={() => setPreviewing(true)}
          >
            {t.replaceAll}
          </Button>
        </div>
      )}
      <p role="status" className={joinClasses("px-1 pt-1.5 text-xs text-ink-3", text === "" && "sr-only")}>
        {text !== "" && t.count(found.length === 0 ? 0 : index + 1, found.length)}
      </p>
      {current && (
        <FindSnippet found={current} query={query} onOpen={() => showFound(store.getState(), current)} />
      )}
      {isPreviewing && (
        <ReplacePreview
          replacements={previewReplace(found, query, replacement)}
          onClose={() => setPreviewing(false)}
          onConfirm={(replacements) => {
            store.getState().edit((before) => applyReplacements(before, replacements), { label: "find" });
            setPreviewing(false);
          }}
        />
      )}
    </search>
  );
}

/** Brings what was found into view; a variable or an answer opens its panel. */
function showFound(
  { focus, flowId, setPanel, select, openFlow }: BuilderState,
  found: Found | undefined,
): void {
  if (found === undefined) return;
  const { place } = found;
  switch (place.type) {
    case "node":
      focus({
        flowId: place.flowId,
        nodeId: place.nodeId,
        ...(place.path.startsWith("config.") ? { path: place.path.slice("config.".length) } : {}),
      });
      return;
    case "flow":
      openFlow(place.flowId);
      return;
    case "variable":
      openFlow(place.flowId);
      setPanel("variables");
      return;
    case "note":
    case "group":
      openFlow(place.flowId);
      select({
        nodes: new Set(),
        edges: new Set(),
        notes: new Set(place.type === "note" ? [place.id] : []),
        groups: new Set(place.type === "group" ? [place.id] : []),
      });
      return;
    case "faq":
      openFlow(flowId);
      setPanel("inspector");
  }
}
