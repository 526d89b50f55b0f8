import type { NodeDefinition } from "../kernel/define-node.ts";
import type { Flow, FlowNode } from "../kernel/flow.ts";
import type { Json } from "../kernel/json.ts";
import type { DefinitionRegistry } from "../kernel/registry.ts";
import type { Change, ChangeSubject, Comparison, FieldChange, Words } from "./change.ts";
import { diffFields } from "./diff-fields.ts";
import { toFieldChange } from "./name-field.ts";
import { nameEdge, nameNode, nameTarget } from "./name-node.ts";
import { inEach, shorten } from "./words.ts";

type Context = {
  readonly flowId: string;
  readonly flowName: Words | null;
  readonly registry: DefinitionRegistry;
};

const NOTE_CHARS = 16;

/** Fields of any element that only move it about on the canvas. */
const LAYOUT_FIELDS = new Set(["position", "width", "height", "color", "collapsed"]);

export function compareFlows(before: Flow, after: Flow, context: Context): Comparison {
  const { registry } = context;
  const changes = [
    ...compareElements(before.nodes, after.nodes, {
      ...toKind(context, "node"),
      keyOf: ({ id }) => id,
      nameOf: (node) => nameNode(node, registry),
      definitionOf: (node) => definitionOf(node, registry),
    }),
    ...compareElements(before.edges, after.edges, {
      ...toKind(context, "edge"),
      // A port has one wire: another one there is the same wire, led elsewhere.
      keyOf: ({ from, port }) => `${from}/${port}`,
      nameOf: (edge, side) => nameEdge(edge, side === "before" ? before : after, registry),
      fieldsOf: (was, is) => compareEnds([was.to, is.to], [before, after], registry),
    }),
    ...compareElements(before.variables, after.variables, {
      ...toKind(context, "variable"),
      keyOf: ({ name }) => name,
      nameOf: ({ name }) => inEach((own) => own.variable(name)),
    }),
    ...compareElements([before.settings], [after.settings], {
      ...toKind(context, "settings"),
      keyOf: () => "settings",
      nameOf: () => inEach((own) => own.settings),
    }),
    ...compareElements(before.notes, after.notes, {
      ...toKind(context, "note"),
      keyOf: ({ id }) => id,
      nameOf: ({ text }) => inEach((own) => own.note(shorten(text, NOTE_CHARS))),
    }),
    ...compareElements(before.groups, after.groups, {
      ...toKind(context, "group"),
      keyOf: ({ id }) => id,
      nameOf: ({ title }) => inEach((own) => own.group(shorten(title, NOTE_CHARS))),
    }),
  ];
  return { changes: changes.flatMap((change) => withoutLayout(change)), layout: changes.flatMap(onlyLayout) };
}

function definitionOf(node: FlowNode, registry: DefinitionRegistry): NodeDefinition | null {
  return Object.hasOwn(registry, node.kind) ? (registry[node.kind]?.definition ?? null) : null;
}

/** Where a wire led and where it leads now; its id is nobody's concern. */
function compareEnds(
  [was, is]: readonly [string, string],
  [before, after]: readonly [Flow, Flow],
  registry: DefinitionRegistry,
): readonly FieldChange[] {
  if (was === is) return [];
  const shown = { before: nameTarget(was, before, registry), after: nameTarget(is, after, registry) };
  return [{ path: "to", label: inEach((own) => own.fields.to), before: was, after: is, shown }];
}

const toKind = ({ flowId, flowName }: Context, subject: ChangeSubject) => ({ flowId, flowName, subject });

type Kind<Element> = {
  readonly flowId: string;
  readonly flowName: Words | null;
  readonly subject: ChangeSubject;
  keyOf(element: Element): string;
  nameOf(element: Element, side: "before" | "after"): Words;
  definitionOf?(element: Element): NodeDefinition | null;
  fieldsOf?(was: Element, is: Element): readonly FieldChange[];
};

function compareElements<Element extends object>(
  before: readonly Element[],
  after: readonly Element[],
  kind: Kind<Element>,
): readonly Change[] {
  const [old, next] = [toMap(before, kind), toMap(after, kind)];
  const keys = new Set([...next.keys(), ...old.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [old.get(key), next.get(key)];
    if (was !== undefined && is !== undefined) {
      if (was === is) return [];
      const fields = listFields(was, is, kind);
      return fields.length === 0 ? [] : [toChange("changed", is, { kind, fields, key, side: "after" })];
    }
    if (is !== undefined) return [toChange("added", is, { kind, fields: [], key, side: "after" })];
    return was === undefined ? [] : [toChange("removed", was, { kind, fields: [], key, side: "before" })];
  });
}

const toMap = <Element>(elements: readonly Element[], kind: Kind<Element>): ReadonlyMap<string, Element> =>
  new Map(elements.map((element) => [kind.keyOf(element), element]));

function listFields<Element extends object>(
  was: Element,
  is: Element,
  kind: Kind<Element>,
): readonly FieldChange[] {
  if (kind.fieldsOf) return kind.fieldsOf(was, is);
  // A document is plain JSON; its types only say which.
  const toJson = (element: Element) => element as unknown as Json;
  const definition = kind.definitionOf?.(is) ?? null;
  return diffFields(toJson(was), toJson(is)).map((diff) => toFieldChange(diff, definition));
}

type Found<Element> = {
  readonly kind: Kind<Element>;
  readonly fields: readonly FieldChange[];
  readonly key: string;
  readonly side: "before" | "after";
};

function toChange<Element extends object>(
  type: Change["type"],
  element: Element,
  { kind, fields, key, side }: Found<Element>,
): Change {
  const { subject, flowId, flowName } = kind;
  const title = kind.nameOf(element, side);
  return {
    key: `${subject}/${flowId}/${key}`,
    type,
    subject,
    flowId,
    nodeId: subject === "node" ? key : subject === "edge" ? readId(element, "from") : null,
    edgeId: subject === "edge" ? readId(element, "id") : null,
    title: flowName ? inEach((own, locale) => own.inFlow(flowName[locale], title[locale])) : title,
    fields,
  };
}

function readId(element: object, name: string): string | null {
  const value: unknown = Object.entries(element).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : null;
}

const isLayout = ({ path }: FieldChange) => LAYOUT_FIELDS.has(path.split(".")[0] ?? "");

/** A node that was moved and changed is a change without the move. */
function withoutLayout(change: Change): readonly Change[] {
  if (change.type !== "changed") return [change];
  const fields = change.fields.filter((field) => !isLayout(field));
  return fields.length === 0 ? [] : [{ ...change, fields }];
}

function onlyLayout(change: Change): readonly Change[] {
  const fields = change.fields.filter(isLayout);
  return change.type === "changed" && fields.length > 0 ? [{ ...change, fields }] : [];
}
