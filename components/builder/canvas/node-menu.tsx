"use client";

import {
  Cable,
  CirclePause,
  CirclePlay,
  ClipboardCopy,
  Copy,
  MessageSquarePlus,
  Pencil,
  Replace,
  Scissors,
  SquarePen,
  Trash2,
  Workflow,
} from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { MenuLine } from "#components/ui/menu.tsx";
import { findNode } from "#flows/editing/locate.ts";
import { START_KIND } from "#flows/kernel/registry.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import { getHands } from "./canvas-hands.ts";
import { type Overlay, useCanvasUi } from "./canvas-ui-store.ts";
import { canvasMessages } from "./messages.ts";
import { NodeRunItems } from "./node-run-items.tsx";
import { PointItem, PointMenu } from "./point-menu.tsx";
import { MOD } from "./shortcut-keys.ts";

type NodeMenuProps = { readonly overlay: Extract<Overlay, { type: "node-menu" }> };

/** All that can be done with a node, or with all that are selected when it is one of them. */
export function NodeMenu({ overlay: { nodeId, screen } }: NodeMenuProps) {
  const t = useTexts(canvasMessages).node;
  const store = useBuilderStore();
  const canEdit = useBuilder((state) => state.canEdit);
  const open = useCanvasUi((state) => state.open);
  const { bundle, flowId, selection, setPanel } = store.getState();
  const node = findNode(bundle, { flowId, nodeId });
  const hands = getHands();
  if (node === null || hands === null) return null;
  const isStart = node.kind === START_KIND;
  const { nodes, clip } = hands;
  return (
    <PointMenu label={t.menu} screen={screen}>
      <PointItem icon={SquarePen} keys="Enter" onSelect={() => hands.openNode(nodeId)}>
        {t.edit}
      </PointItem>
      <NodeRunItems flowId={flowId} nodeId={nodeId} />
      <PointItem icon={MessageSquarePlus} onSelect={() => setPanel("comments")}>
        {t.comment}
      </PointItem>
      <MenuLine />
      {canEdit && (
        <>
          <PointItem icon={Pencil} keys="F2" onSelect={() => open({ type: "rename", nodeId })}>
            {t.rename}
          </PointItem>
          <PointItem icon={Cable} keys="C" onSelect={() => open({ type: "connect", nodeId })}>
            {t.connect}
          </PointItem>
          <PointItem
            icon={Replace}
            isDisabled={isStart}
            onSelect={() => open({ type: "kinds", screen, purpose: { type: "replace", nodeId } })}
          >
            {t.replace}
          </PointItem>
          <PointItem icon={Copy} keys={`${MOD} D`} isDisabled={isStart} onSelect={clip.duplicate}>
            {t.duplicate}
          </PointItem>
        </>
      )}
      <PointItem
        icon={ClipboardCopy}
        keys={`${MOD} C`}
        onSelect={() => void clip.writeToClipboard(clip.copy())}
      >
        {t.copy}
      </PointItem>
      {canEdit && (
        <>
          <PointItem
            icon={Scissors}
            keys={`${MOD} X`}
            isDisabled={isStart}
            onSelect={() => void clip.writeToClipboard(clip.cut())}
          >
            {t.cut}
          </PointItem>
          <PointItem
            icon={node.disabled ? CirclePlay : CirclePause}
            isDisabled={isStart}
            onSelect={() => nodes.toggleDisabled(selection.nodes)}
          >
            {node.disabled ? t.enable : t.disable}
          </PointItem>
          <PointItem icon={Workflow} isDisabled={isStart} onSelect={hands.arrange.extract}>
            {t.extract}
          </PointItem>
          <MenuLine />
          <PointItem
            icon={Trash2}
            keys="Delete"
            isDangerous
            isDisabled={isStart}
            onSelect={nodes.removeSelected}
          >
            {t.remove}
          </PointItem>
        </>
      )}
    </PointMenu>
  );
}
