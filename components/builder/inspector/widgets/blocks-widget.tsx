"use client";

import {
  FileText,
  Image as ImageIcon,
  LayoutPanelTop,
  Link,
  type LucideIcon,
  Plus,
  Type,
  X,
} from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import type { Json } from "#flows/kernel/json.ts";
import { BlockChannels } from "../blocks/block-channels.tsx";
import { BlockFields, type BlockType } from "../blocks/block-fields.tsx";
import { MessagePreview } from "../blocks/message-preview.tsx";
import { blockMessages } from "../blocks/messages.ts";
import { getChild } from "../form/config-path.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useField } from "../form/use-field.ts";
import { ListShell } from "../lists/list-shell.tsx";
import { RowGrip } from "../lists/row-grip.tsx";
import { type ListHands, useList } from "../lists/use-list.ts";
import type { WidgetProps } from "./widget-props.ts";

const BLOCKS: { readonly [Type in BlockType]: { readonly icon: LucideIcon; readonly start: Json } } = {
  text: { icon: Type, start: { type: "text", text: "" } },
  image: { icon: ImageIcon, start: { type: "image", url: "" } },
  card: { icon: LayoutPanelTop, start: { type: "card", title: "" } },
  link: { icon: Link, start: { type: "link", label: "", url: "" } },
  file: { icon: FileText, start: { type: "file", url: "", name: "" } },
};
const TYPES = ["text", "image", "card", "link", "file"] as const;

/** What a message says, block by block, and how each channel shows it. */
export function BlocksWidget({ path, isRequired = false }: WidgetProps) {
  const t = useTexts(blockMessages);
  const { texts } = useNodeScope();
  const list = useList(path);
  const { canEdit } = useField(path);
  return (
    <ListShell path={path} isRequired={isRequired} count={list.items.length > 1 ? list.items.length : 0}>
      <ul data-rows className="flex flex-col gap-2">
        {list.items.map((item, index) => (
          <BlockRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a block has nothing but its place
            key={`${index}-${String(getChild(item, "type"))}`}
            list={list}
            path={`${path}[${index}]`}
            index={index}
            type={TYPES.find((own) => own === getChild(item, "type")) ?? "text"}
          />
        ))}
      </ul>
      {canEdit && (
        <Menu
          align="start"
          trigger={
            <Button look="ghost" size="sm" icon={Plus} className="self-start text-accent-text">
              {t.add}
            </Button>
          }
        >
          {TYPES.map((type) => (
            <MenuItem key={type} icon={BLOCKS[type].icon} onSelect={() => list.add(BLOCKS[type].start)}>
              {texts.values?.[type] ?? type}
            </MenuItem>
          ))}
        </Menu>
      )}
      <MessagePreview blocksPath={path} />
    </ListShell>
  );
}

type BlockRowProps = {
  readonly list: ListHands;
  readonly path: string;
  readonly index: number;
  readonly type: BlockType;
};

function BlockRow({ list, path, index, type }: BlockRowProps) {
  const t = useTexts(blockMessages);
  const { texts } = useNodeScope();
  const { canEdit } = useField(path);
  const Icon = BLOCKS[type].icon;
  const name = `${t.blockNumber(index + 1)} ${texts.values?.[type] ?? type}`;
  return (
    <li data-row data-path={path} className="scroll-mt-4 rounded-md border border-line bg-surface">
      <div className="flex h-8 items-center gap-1 border-b border-line pl-1 pr-1 text-xs text-ink-2">
        {canEdit && <RowGrip index={index} count={list.items.length} name={name} onMove={list.move} />}
        <Icon className="size-3.5 shrink-0 text-ink-3" aria-hidden />
        <span className="min-w-0 flex-1 truncate">{texts.values?.[type] ?? type}</span>
        <BlockChannels path={`${path}.channels`} />
        {canEdit && (
          <IconButton
            icon={X}
            label={t.remove(name)}
            className="size-6 text-ink-3"
            onClick={() => list.remove(index)}
          />
        )}
      </div>
      <div className="flex flex-col gap-3 p-2">
        <BlockFields path={path} type={type} />
      </div>
    </li>
  );
}
