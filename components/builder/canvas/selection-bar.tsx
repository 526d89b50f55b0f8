"use client";

import { Panel } from "@xyflow/react";
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  CirclePause,
  CirclePlay,
  Copy,
  Group,
  type LucideIcon,
  MoreHorizontal,
  Network,
  Trash2,
  Ungroup,
  Workflow,
} from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLabel } from "#components/ui/menu.tsx";
import type { Side } from "#flows/editing/edits/align-nodes.ts";
import { findFlow } from "#flows/editing/locate.ts";
import type { Flow, FlowNode } from "#flows/kernel/flow.ts";
import { START_KIND } from "#flows/kernel/registry.ts";
import { useBuilder } from "../store/builder-context.ts";
import type { CanvasHands } from "./canvas-hands.ts";
import { type CanvasTexts, canvasMessages } from "./messages.ts";

const RETRIES = [0, 1, 3] as const;
const RETRY_BACKOFF_MS = 1_000;
const TIMEOUTS_S = [5, 10, 30, 60] as const;

/** What can be done with several nodes at once. */
export function SelectionBar({ hands }: { readonly hands: CanvasHands }) {
  const t = useTexts(canvasMessages);
  const canEdit = useBuilder((state) => state.canEdit);
  const nodes = useBuilder((state) => state.selection.nodes);
  const groups = useBuilder((state) => state.selection.groups);
  const isAllOff = useBuilder(({ bundle, flowId, selection }) => {
    const marked = listSwitchable(findFlow(bundle, flowId), selection.nodes);
    return marked.length > 0 && marked.every(({ disabled }) => disabled === true);
  });
  if (!canEdit || nodes.size < 2) return null;
  const { arrange } = hands;
  return (
    <Panel position="top-center" className="!m-3 max-w-[calc(100%-24px)]">
      <div
        role="toolbar"
        aria-label={t.bar.label}
        className="flex items-center overflow-x-auto rounded-md border border-line bg-surface p-0.5 shadow-pop"
      >
        <span className="whitespace-nowrap px-2.5 text-sm text-ink-2">{t.bar.count(nodes.size)}</span>
        <AlignMenu t={t.bar} onAlign={arrange.align} onDistribute={arrange.distribute} />
        <IconButton icon={Network} label={t.bar.layout} onClick={() => void arrange.layout("selection")} />
        <IconButton icon={Group} label={t.bar.group} onClick={() => arrange.group(t.group.fresh)} />
        {groups.size > 0 && (
          <IconButton icon={Ungroup} label={t.bar.ungroup} onClick={() => arrange.ungroup(groups)} />
        )}
        <IconButton icon={Workflow} label={t.bar.extract} onClick={arrange.extract} />
        <IconButton
          icon={isAllOff ? CirclePlay : CirclePause}
          label={isAllOff ? t.bar.enable : t.bar.disable}
          onClick={() => hands.nodes.toggleDisabled(nodes)}
        />
        <IconButton
          icon={Copy}
          label={t.bar.copy}
          onClick={() => void hands.clip.writeToClipboard(hands.clip.copy())}
        />
        <MoreMenu t={t.bar} hands={hands} />
        <IconButton
          icon={Trash2}
          label={t.bar.remove}
          className="text-danger-text hover:bg-danger-soft hover:text-danger-text"
          onClick={hands.nodes.removeSelected}
        />
      </div>
    </Panel>
  );
}

/** A start is never switched off, so it says nothing about the others. */
const listSwitchable = (flow: Flow | null, nodes: ReadonlySet<string>): readonly FlowNode[] =>
  flow?.nodes.filter(({ id, kind }) => nodes.has(id) && kind !== START_KIND) ?? [];

type AlignMenuProps = {
  readonly t: CanvasTexts["bar"];
  onAlign(side: Side): void;
  onDistribute(axis: "x" | "y"): void;
};

function AlignMenu({ t, onAlign, onDistribute }: AlignMenuProps) {
  const sides: readonly (readonly [Side, LucideIcon, string])[] = [
    ["left", AlignStartVertical, t.alignLeft],
    ["center", AlignCenterVertical, t.alignCenter],
    ["right", AlignEndVertical, t.alignRight],
    ["top", AlignStartHorizontal, t.alignTop],
    ["middle", AlignCenterHorizontal, t.alignMiddle],
    ["bottom", AlignEndHorizontal, t.alignBottom],
  ];
  return (
    <Menu trigger={<IconButton icon={AlignStartVertical} label={t.align} />} align="start">
      {sides.map(([side, icon, text]) => (
        <MenuItem key={side} icon={icon} onSelect={() => onAlign(side)}>
          {text}
        </MenuItem>
      ))}
      <MenuItem icon={AlignHorizontalSpaceAround} onSelect={() => onDistribute("x")}>
        {t.spreadX}
      </MenuItem>
      <MenuItem icon={AlignVerticalSpaceAround} onSelect={() => onDistribute("y")}>
        {t.spreadY}
      </MenuItem>
    </Menu>
  );
}

function MoreMenu({ t, hands }: { readonly t: CanvasTexts["bar"]; readonly hands: CanvasHands }) {
  const { setFields } = hands.arrange;
  return (
    <Menu trigger={<IconButton icon={MoreHorizontal} label={t.more} />}>
      <MenuLabel>{t.retry}</MenuLabel>
      {RETRIES.map((max) => (
        <MenuItem
          key={max}
          onSelect={() => setFields({ retry: max === 0 ? undefined : { max, backoffMs: RETRY_BACKOFF_MS } })}
        >
          {max === 0 ? t.retryNone : t.retryTimes(max)}
        </MenuItem>
      ))}
      <MenuLabel>{t.timeout}</MenuLabel>
      <MenuItem onSelect={() => setFields({ timeoutMs: undefined })}>{t.timeoutNone}</MenuItem>
      {TIMEOUTS_S.map((seconds) => (
        <MenuItem key={seconds} onSelect={() => setFields({ timeoutMs: seconds * 1_000 })}>
          {t.timeoutSeconds(seconds)}
        </MenuItem>
      ))}
    </Menu>
  );
}
