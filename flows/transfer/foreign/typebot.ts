import type { Locale } from "../../kernel/text.ts";
import { frameTitles } from "./chat-frame.ts";
import { type ForeignImport, finishDraft } from "./finish-draft.ts";
import { createForeignDraft } from "./foreign-draft.ts";
import { readList, readRecord, readText } from "./read-value.ts";
import { addBlock, type Block, type Reading, toExits } from "./typebot-blocks.ts";

const START = "#start";
const END = "#end";

type Fields = { readonly [key: string]: unknown };

export function isTypebot(value: Fields): boolean {
  return Array.isArray(value.groups) && Array.isArray(value.edges) && !("workflow" in value);
}

/** Reads a Typebot export. Its groups stay groups; blocks of one group follow one another. */
export function readTypebot(value: Fields, locale: Locale): ForeignImport {
  const draft = createForeignDraft();
  const reading: Reading = {
    draft,
    names: readVariables(value, (id, name, first) => draft.variable(id, name, first)),
  };
  for (const key of [START, END]) draft.id(key, key.slice(1));
  draft.add({ id: START, kind: "start", title: frameTitles[locale].start, config: {} });
  draft.add({ id: END, kind: "end", title: frameTitles[locale].bye, config: { keepOpen: true } });

  const groups = readList(value.groups)
    .map(readGroup)
    .filter(({ blocks }) => blocks.length > 0);
  const edges = readEdges(value.edges, groups);
  for (const group of groups) {
    for (const block of group.blocks) addBlock(reading, block);
    draft.groups.push({ title: group.title, nodes: group.blocks.map(({ id }) => draft.id(id)) });
    addWires(reading, group.blocks, edges);
  }
  const first = findFirst(value, edges, groups);
  if (first !== null) draft.wire(START, "next", first);
  return finishDraft(draft, {
    ...{ from: "typebot", locale, startId: draft.id(START), tailId: draft.id(END) },
    name: readText(value.name),
  });
}

type Group = {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly starts: string | null;
};

function readGroup(group: Fields): Group {
  const all = readList(group.blocks).map(
    (block): Block => ({
      id: readText(block.id),
      type: readText(block.type),
      title: readText(group.title),
      block,
    }),
  );
  const start = all.find(({ type }) => type === "start");
  return {
    id: readText(group.id),
    title: readText(group.title),
    // The start stands in a group of its own in files of before version 6.
    blocks: all.filter(({ type, id }) => type !== "start" && id !== ""),
    starts: start ? readText(start.block.outgoingEdgeId) : null,
  };
}

/** Edge id -> the block to which it leads: its own, or the first of its group. */
function readEdges(edges: unknown, groups: readonly Group[]): ReadonlyMap<string, string> {
  const firsts = new Map(groups.map(({ id, blocks }) => [id, blocks[0]?.id ?? ""]));
  return new Map(
    readList(edges).map((edge) => {
      const to = readRecord(edge.to);
      return [readText(edge.id), readText(to.blockId) || firsts.get(readText(to.groupId)) || ""];
    }),
  );
}

function addWires({ draft }: Reading, blocks: readonly Block[], edges: ReadonlyMap<string, string>): void {
  blocks.forEach((block, index) => {
    const next = blocks[index + 1]?.id ?? "";
    for (const { port, edgeId } of toExits(block)) {
      const to = edges.get(edgeId) ?? "";
      if (to !== "") draft.wire(block.id, port, to);
      else if (next !== "") draft.wire(block.id, port, next);
    }
  });
}

function findFirst(
  value: Fields,
  edges: ReadonlyMap<string, string>,
  groups: readonly Group[],
): string | null {
  const events = readList(value.events).map((event) => readText(event.outgoingEdgeId));
  // Files of before version 6 lost their start group above; its edge is the one that no kept block names.
  const starts = readList(value.groups).flatMap((group) => readGroup(group).starts ?? []);
  const found = [...events, ...starts].map((edgeId) => edges.get(edgeId) ?? "").find((id) => id !== "");
  return found ?? groups[0]?.blocks[0]?.id ?? null;
}

function readVariables(
  value: Fields,
  declare: (id: string, name: string, first: string | null) => string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const variable of readList(value.variables)) {
    const id = readText(variable.id);
    const name = readText(variable.name);
    const ours = declare(id, name, readText(variable.value) || null);
    names.set(id, ours);
    names.set(name, ours);
  }
  return names;
}
