"use client";

import { Command } from "cmdk";
import { Popover } from "radix-ui";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { inspect } from "#flows/editing/inspect.ts";
import { findFlow } from "#flows/editing/locate.ts";
import { useBuilderStore } from "../store/builder-context.ts";
import { getHands } from "./canvas-hands.ts";
import { type MenuPurpose, type Overlay, useCanvasUi } from "./canvas-ui-store.ts";
import { FAMILY_LOOK } from "./family-look.ts";
import { listKinds, type PaletteKind } from "./list-kinds.ts";
import { canvasMessages } from "./messages.ts";

type KindsMenuProps = { readonly overlay: Extract<Overlay, { type: "kinds" }> };

const GROUP =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3";
const ITEM =
  "flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-xs px-2 py-1 text-sm text-ink data-[selected=true]:bg-hover";
const EXISTING_MAX = 50;

/** Asks which node comes: at a place, behind a port, into a wire, or instead of another. Only kinds that may stand there are listed. */
export function KindsMenu({ overlay }: KindsMenuProps) {
  const t = useTexts(canvasMessages);
  const close = useCanvasUi((state) => state.close);
  const { screen, purpose } = overlay;
  const title = { add: t.menu.add, next: t.menu.next, insert: t.menu.insert, replace: t.menu.replace }[
    purpose.type
  ];
  return (
    <Popover.Root open onOpenChange={(open) => !open && close()}>
      <Popover.Anchor asChild>
        <span className="pointer-events-none fixed size-0" style={{ left: screen.x, top: screen.y }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          aria-label={title}
          role="dialog"
          side="right"
          align="start"
          sideOffset={4}
          collisionPadding={12}
          className="pop z-50 w-72 overflow-hidden rounded-md border border-line bg-raised shadow-panel outline-none"
        >
          <Command label={title} loop>
            <Command.Input
              autoFocus
              placeholder={title}
              aria-label={t.menu.search}
              className="h-10 w-full border-b border-line bg-transparent px-3 text-base text-ink outline-none"
            />
            <Command.List className="max-h-80 overflow-y-auto p-1">
              <Command.Empty className="px-3 py-6 text-center text-sm text-ink-3">
                {t.menu.none}
              </Command.Empty>
              <KindGroups purpose={purpose} />
              {purpose.type === "next" && <ExistingNodes purpose={purpose} />}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function KindGroups({ purpose }: { readonly purpose: MenuPurpose }) {
  const t = useTexts(canvasMessages);
  const locale = usePreferences((state) => state.locale);
  const store = useBuilderStore();
  const recent = useCanvasUi((state) => state.recentKinds);
  const close = useCanvasUi((state) => state.close);
  const { bundle, flowId } = store.getState();
  const flow = findFlow(bundle, flowId);
  const families = listKinds(locale, flow, purpose);
  const used = recent.flatMap(
    (kind) => families.flatMap(({ kinds }) => kinds).find((other) => other.kind === kind) ?? [],
  );
  const pick = (kind: string) => {
    close();
    applyKind(kind, purpose);
  };
  return (
    <>
      {used.length > 0 && (
        <Command.Group heading={t.menu.recent} className={GROUP}>
          {used.map((kind) => (
            <KindItem key={kind.kind} kind={kind} prefix="recent " onPick={pick} />
          ))}
        </Command.Group>
      )}
      {families.map(({ family, kinds }) => (
        <Command.Group key={family} heading={t.families[family]} className={GROUP}>
          {kinds.map((kind) => (
            <KindItem key={kind.kind} kind={kind} prefix="" onPick={pick} />
          ))}
        </Command.Group>
      ))}
    </>
  );
}

type KindItemProps = { readonly kind: PaletteKind; readonly prefix: string; onPick(kind: string): void };

function KindItem({ kind, prefix, onPick }: KindItemProps) {
  return (
    <Command.Item
      value={`${prefix}${kind.kind}`}
      keywords={[...kind.keywords]}
      onSelect={() => onPick(kind.kind)}
      className={ITEM}
      title={kind.description}
    >
      <span
        className={joinClasses(
          "inline-flex size-6 shrink-0 items-center justify-center rounded-sm",
          FAMILY_LOOK[kind.family],
        )}
      >
        <NodeIcon name={kind.icon} className="size-3.5" />
      </span>
      <span className="min-w-0 truncate">{kind.title}</span>
    </Command.Item>
  );
}

/** A wire that was dropped beside its goal can still reach it. */
function ExistingNodes({ purpose }: { readonly purpose: Extract<MenuPurpose, { type: "next" }> }) {
  const t = useTexts(canvasMessages);
  const locale = usePreferences((state) => state.locale);
  const store = useBuilderStore();
  const close = useCanvasUi((state) => state.close);
  const { bundle, flowId } = store.getState();
  const nodes =
    findFlow(bundle, flowId)?.nodes.filter(({ id, kind }) => id !== purpose.from && kind !== "start") ?? [];
  if (nodes.length === 0) return null;
  return (
    <Command.Group heading={t.menu.existing} className={GROUP}>
      {nodes.slice(0, EXISTING_MAX).map((node) => {
        const { label, definition } = inspect(node);
        return (
          <Command.Item
            key={node.id}
            value={`node ${node.id}`}
            keywords={[label[locale]]}
            onSelect={() => {
              close();
              getHands()?.nodes.connect(purpose.from, purpose.port, node.id);
            }}
            className={ITEM}
          >
            <NodeIcon name={definition?.icon ?? ""} className="size-4 text-ink-3" />
            <span className="min-w-0 truncate">{label[locale]}</span>
          </Command.Item>
        );
      })}
    </Command.Group>
  );
}

function applyKind(kind: string, purpose: MenuPurpose): void {
  const hands = getHands();
  if (purpose.type === "add") hands?.nodes.addKind(kind, purpose.at);
  if (purpose.type === "next") {
    hands?.nodes.addNext(kind, { nodeId: purpose.from, port: purpose.port }, purpose.at);
  }
  if (purpose.type === "insert") hands?.nodes.insertKind(kind, purpose.edgeId, purpose.at);
  if (purpose.type === "replace") hands?.nodes.replace(purpose.nodeId, kind);
}
