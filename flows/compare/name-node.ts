import { isMap } from "../kernel/compare-values.ts";
import type { Flow, FlowNode } from "../kernel/flow.ts";
import { type DefinitionRegistry, ERROR_PORT } from "../kernel/registry.ts";
import { type Locale, pickText } from "../kernel/text.ts";
import type { Words } from "./change.ts";
import { inEach, readText, shorten } from "./words.ts";

const NAME_CHARS = 16;
const WORDS_FIELDS = ["question", "text", "opening", "name"] as const;

const definitionOf = (node: FlowNode, registry: DefinitionRegistry) =>
  Object.hasOwn(registry, node.kind) ? registry[node.kind]?.definition : undefined;

/** The node as its author knows it: its title, else what it says, beside the name of its kind. */
export function nameNode(node: FlowNode, registry: DefinitionRegistry): Words {
  return inEach((own, locale) => {
    const kind = definitionOf(node, registry)?.messages[locale].title ?? node.kind;
    const title = node.title?.trim() ?? "";
    const name = title === "" ? findWords(node.config, locale) : title;
    return own.quote(kind, name === kind ? "" : shorten(name, NAME_CHARS));
  });
}

function findWords(config: FlowNode["config"], locale: Locale): string {
  for (const key of WORDS_FIELDS) {
    const text = readText(config[key], locale);
    if (text !== "") return text;
  }
  const { blocks } = config;
  const first = Array.isArray(blocks) ? blocks[0] : undefined;
  return first !== undefined && isMap(first) ? readText(first.text, locale) : "";
}

/** A wire as it reads on the canvas: this port of that node. */
export function nameEdge(
  { from, port }: { readonly from: string; readonly port: string },
  flow: Flow,
  registry: DefinitionRegistry,
): Words {
  const source = flow.nodes.find(({ id }) => id === from);
  const name = nameTarget(from, flow, registry);
  return inEach((own, locale) =>
    own.edge(name[locale], source ? namePort(source, port, { registry, locale }) : port),
  );
}

export function nameTarget(nodeId: string, flow: Flow, registry: DefinitionRegistry): Words {
  const node = flow.nodes.find(({ id }) => id === nodeId);
  return node ? nameNode(node, registry) : inEach((own) => own.gone);
}

type Reader = { readonly registry: DefinitionRegistry; readonly locale: Locale };

function namePort(node: FlowNode, port: string, { registry, locale }: Reader): string {
  const definition = definitionOf(node, registry);
  const parsed = definition?.config.safeParse(node.config);
  const ports = definition && parsed?.success ? definition.ports(parsed.data) : [];
  const label = ports.find(({ id }) => id === port)?.label;
  if (label !== undefined) return shorten(pickText(label, locale, locale), NAME_CHARS);
  const known = definition?.messages[locale].ports[port];
  if (known !== undefined) return known;
  return port === ERROR_PORT ? (locale === "en" ? "Error" : "出错") : port;
}
