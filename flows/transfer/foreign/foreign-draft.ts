import type { JsonObject } from "../../kernel/json.ts";
import type { NodeKind } from "../../nodes/index.ts";
import type { ReasonCode } from "./reasons.ts";

/** What became of one node of the other builder. */
export type ReportLine = {
  readonly title: string;
  /** Its kind, as the other builder names it. */
  readonly from: string;
  readonly outcome: "mapped" | "changed" | "unmapped";
  readonly reason: ReasonCode | null;
};

type DraftNode = {
  readonly id: string;
  readonly kind: NodeKind;
  readonly title: string;
  readonly config: JsonObject;
  readonly note?: string;
};

const TEXT_MAX_CHARS = 20_000;
const NOTE_MAX_CHARS = 2_000;
const TITLE_MAX_CHARS = 200;
const NAME_MAX_CHARS = 64;

/** Collects what a reader makes of a foreign file; every id and name that goes in comes out as one of ours. */
export type ForeignDraft = ReturnType<typeof createForeignDraft>;

export function createForeignDraft() {
  const nodes = new Map<string, DraftNode>();
  const wires = new Map<string, { from: string; port: string; to: string }>();
  const variables = new Map<string, { name: string; value: string | number | boolean | null }>();
  const groups: { title: string; nodes: string[] }[] = [];
  const report: ReportLine[] = [];
  const ids = createNames(toId);
  const names = createNames(toVariableName);

  const wireIds = (from: string, port: string, to: string): boolean => {
    const key = `${from}.${port}`;
    if (wires.has(key)) return false;
    wires.set(key, { from, port, to });
    return true;
  };

  return {
    nodes,
    wires,
    variables,
    groups,
    report,
    id: ids,
    /** The variable for something that the other builder calls by `key`; `label` is where its name comes from. */
    variable(key: string, label: string, value: string | number | boolean | null = null): string {
      const name = names(key, label);
      if (!variables.has(name)) variables.set(name, { name, value });
      return name;
    },
    add(node: Omit<DraftNode, "id"> & { readonly id: string }): string {
      const id = ids(node.id);
      nodes.set(id, {
        ...node,
        id,
        title: node.title.slice(0, TITLE_MAX_CHARS),
        ...(node.note === undefined ? {} : { note: node.note.slice(0, NOTE_MAX_CHARS) }),
      });
      return id;
    },
    /** It came over; with a reason, not quite as it was. */
    tell(title: string, from: string, reason: ReasonCode | null = null): void {
      report.push(toLine({ title, from, reason, outcome: reason === null ? "mapped" : "changed" }));
    },
    /** It could not come over. */
    tellLost(title: string, from: string, reason: ReasonCode): void {
      report.push(toLine({ title, from, reason, outcome: "unmapped" }));
    },
    /** By foreign keys. False when the port was wired already: one exit leads to one node. */
    wire: (from: string, port: string, to: string): boolean => wireIds(ids(from), port, ids(to)),
    wireIds,
  };
}

export type { DraftNode };

const toLine = (line: ReportLine): ReportLine => ({
  ...line,
  title: line.title.slice(0, TITLE_MAX_CHARS),
  from: line.from.slice(0, NAME_MAX_CHARS),
});

export const cutText = (text: string): string => text.slice(0, TEXT_MAX_CHARS);

/** A port that the other builder names as it likes: `true`, a uuid, `ELSE IF 1`. */
export function toPortId(text: string): string {
  return toId(text);
}

function toId(text: string): string {
  const id = text
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, NAME_MAX_CHARS - 6);
  return id === "" ? "n" : id;
}

/** Names that expressions know already, or that mean something to them. */
const RESERVED = new Set([
  "context",
  "now",
  "message",
  "locale",
  "channel",
  "true",
  "false",
  "null",
  "in",
  "and",
  "or",
  "not",
]);

function toVariableName(text: string): string {
  const name = text
    .replace(/[^\p{L}\p{N}_]+/gu, "_")
    .replace(/^[^\p{L}_]+/u, "")
    .slice(0, NAME_MAX_CHARS - 6);
  return name === "" || RESERVED.has(name) || name === "__proto__" ? `v_${name}` : name;
}

/** The same key always gets the same name, two keys never one. */
function createNames(toName: (text: string) => string) {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  return (key: string, label: string = key): string => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const wanted = toName(label);
    let name = wanted;
    for (let n = 2; taken.has(name); n += 1) name = `${wanted}_${n}`;
    taken.add(name);
    known.set(key, name);
    return name;
  };
}
