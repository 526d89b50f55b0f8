import { readField } from "#flows/editing/field-path.ts";
import { inspect } from "#flows/editing/inspect.ts";
import type { FormField, NodeFamily } from "#flows/kernel/define-node.ts";
import type { FlowNode } from "#flows/kernel/flow.ts";
import { type InspectedNode, toPortLabel } from "#flows/kernel/inspect-flow.ts";
import { ERROR_PORT } from "#flows/kernel/registry.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { type CardNames, describeField, type FieldReader, isShown } from "./card-field.ts";
import { canvasMessages } from "./messages.ts";
import { listPortHints } from "./port-hint.ts";

export type CardLine = {
  readonly text: string;
  /** `missing`: what the author still has to fill in. `store`: a variable that is written. */
  readonly look: "text" | "code" | "store" | "missing";
};

export type CardPort = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** `error`: taken when the node fails. `lost`: a wire hangs on a port that the node no longer has. */
  readonly look: "plain" | "error" | "lost";
};

/** All that a node's card shows, as plain values: two equal cards are drawn alike. */
export type Card = {
  readonly kind: string;
  readonly family: NodeFamily;
  readonly icon: string;
  readonly title: string;
  readonly kindTitle: string;
  readonly lines: readonly CardLine[];
  readonly ports: readonly CardPort[];
  /** No wire may lead into a start. */
  readonly hasEntry: boolean;
  readonly isDisabled: boolean;
  readonly hasNote: boolean;
};

const LINES_MAX = 3;

type CardContext = {
  readonly locale: Locale;
  readonly names: CardNames;
  /** Ports on which a wire hangs. */
  readonly wired: readonly string[];
};

export function toCard(node: FlowNode, { locale, names, wired }: CardContext): Card {
  const inspected = inspect(node);
  const { definition } = inspected;
  const kindTitle = definition?.messages[locale].title ?? node.kind;
  return {
    kind: node.kind,
    family: definition?.family ?? "entry",
    icon: definition?.icon ?? "",
    title: inspected.label[locale],
    kindTitle,
    lines: listLines(inspected, { locale, names }),
    ports: listCardPorts(inspected, { locale, wired }),
    hasEntry: node.kind !== "start",
    isDisabled: node.disabled === true,
    hasNote: node.note !== undefined,
  };
}

function listLines(
  { node, definition, config }: InspectedNode,
  { locale, names }: Pick<CardContext, "locale" | "names">,
): readonly CardLine[] {
  const t = canvasMessages[locale];
  if (definition === null) return [{ text: t.unknownKind, look: "missing" }];
  if (config === null) return [{ text: t.unreadable, look: "missing" }];
  const reader: FieldReader = { locale, names, texts: definition.messages[locale] };
  const fields = definition.form.filter((field) => isShown(field, config.parsed));
  const words = fields.filter(({ widget }) => widget !== "text");
  const toLines = (source: unknown, from: readonly FormField[]) =>
    from.flatMap((field) => toFieldLine(field, source, reader));
  const own = toLines(node.config, words);
  if (own.length > 0) return own.slice(0, LINES_MAX);
  // A node without words of its own says what its short fields, or else its defaults, do.
  const short = toLines(node.config, fields);
  return (short.length > 0 ? short : toLines(config.parsed, words)).slice(0, LINES_MAX);
}

function toFieldLine(field: FormField, source: unknown, reader: FieldReader): readonly CardLine[] {
  const value = readField(source, field.path);
  if (field.widget === "variable") {
    return typeof value === "string" && value !== "" ? [{ text: value, look: "store" }] : [];
  }
  const text = describeField(field, value, reader);
  if (text !== "") return [{ text, look: field.widget === "expression" ? "code" : "text" }];
  if (field.required !== true || hasContent(value)) return [];
  const name = reader.texts.fields[field.path] ?? field.path;
  return [{ text: canvasMessages[reader.locale].fillIn(name), look: "missing" }];
}

/** Branches and options are shown as ports; they are no gap although they give no line. */
function hasContent(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === "object" && !isEmptyBlock(value);
}

function isEmptyBlock(value: readonly unknown[]): boolean {
  const [first] = value;
  return (
    typeof first === "object" && first !== null && "type" in first && "text" in first && first.text === ""
  );
}

function listCardPorts(
  inspected: InspectedNode,
  { locale, wired }: Pick<CardContext, "locale" | "wired">,
): readonly CardPort[] {
  const { definition, config, ports } = inspected;
  const hints =
    definition === null || config === null
      ? new Map<string, string>()
      : listPortHints(definition, config.parsed, locale);
  const known = new Set(ports.map(({ id }) => id));
  const isReadable = config !== null;
  const listed = ports.map(({ id, label }): CardPort => {
    const named = toPortLabel(inspected, id)[locale];
    const hint = hints.get(id) ?? "";
    const isUnnamed = label === undefined && named === id && hint !== "";
    const text = id === ERROR_PORT && named === id ? canvasMessages[locale].errorPort : named;
    return {
      id,
      label: isUnnamed ? hint : text,
      hint: isUnnamed ? "" : hint,
      look: id === ERROR_PORT ? "error" : "plain",
    };
  });
  const lost = [...new Set(wired)].filter((id) => !known.has(id));
  return [
    ...listed,
    ...lost.map((id): CardPort => ({ id, label: id, hint: "", look: isReadable ? "lost" : "plain" })),
  ];
}
