import type { PersonalData } from "../kernel/define-node.ts";
import { type InspectedFlow, type InspectedNode, isEntry } from "../kernel/inspect-flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import type { DefinitionRegistry } from "../kernel/registry.ts";
import type { Locale } from "../kernel/text.ts";

const DATA_NAMES: { readonly [Data in PersonalData["data"]]: { readonly [L in Locale]: string } } = {
  phone: { "zh-CN": "电话号码", en: "a phone number" },
  email: { "zh-CN": "邮箱", en: "an e-mail address" },
  "id-number": { "zh-CN": "证件号码", en: "an identity number" },
  name: { "zh-CN": "姓名", en: "a name" },
};

const CLASS_NAMES = {
  important: { "zh-CN": "重要", en: "important" },
  core: { "zh-CN": "核心", en: "core" },
} as const satisfies { readonly [name: string]: { readonly [L in Locale]: string } };

/** Words with which a question asks for consent in passing. */
const CONSENT_WORDS = /隐私|个人信息|同意|授权|privacy|personal data|personal information|consent|agree/i;

/** What a customer's data needs: a variable that is masked, and consent before it is asked for. */
export function checkPrivacy(flow: InspectedFlow, registry: DefinitionRegistry): readonly Problem[] {
  const collected = flow.nodes.flatMap((inspected) => listCollected(inspected));
  if (collected.length === 0) return [];
  const canAsk = Object.values(registry).some(({ definition }) => definition.asksConsent === true);
  const early = canAsk ? listBeforeConsent(flow) : new Set<string>();
  return collected.flatMap(({ inspected, item }) => [
    ...checkGuard(flow, inspected, item),
    ...(lacksConsent(inspected, item, early) ? [toConsentProblem(flow, inspected, item)] : []),
  ]);
}

type Collected = { readonly inspected: InspectedNode; readonly item: PersonalData };

function listCollected(inspected: InspectedNode): readonly Collected[] {
  const { definition, config, node } = inspected;
  if (config === null || node.disabled === true) return [];
  return (definition?.collects?.(config.parsed) ?? []).map((item) => ({ inspected, item }));
}

function checkGuard(
  flow: InspectedFlow,
  { node, label }: InspectedNode,
  item: PersonalData,
): readonly Problem[] {
  const { variable: name, data, path } = item;
  const variable = flow.flow.variables.find((candidate) => candidate.name === name);
  if (name === null || variable === undefined || variable.dataClass !== "general") return [];
  const level = data === "id-number" ? "core" : "important";
  return [
    toProblem(
      "personal_data_unguarded",
      { flowId: flow.id, nodeId: node.id, path, severity: "warning" },
      { node: label, data: DATA_NAMES[data], name, level: CLASS_NAMES[level], dataClass: level },
    ),
  ];
}

/**
 * An identity number is sensitive (个人信息保护法 art. 28 and 29: separate consent), so its own question must speak of it at least.
 * For the rest a shop may need the data to do what the customer wants (art. 13), so it is named only where a kind of node can ask.
 */
function lacksConsent(
  { node, references }: InspectedNode,
  { data }: PersonalData,
  early: ReadonlySet<string>,
): boolean {
  const isNamed = references.some(
    (reference) =>
      reference.type === "template" &&
      CONSENT_WORDS.test(
        typeof reference.source === "string"
          ? reference.source
          : `${reference.source["zh-CN"] ?? ""} ${reference.source.en ?? ""}`,
      ),
  );
  return !isNamed && (data === "id-number" || early.has(node.id));
}

function toConsentProblem(flow: InspectedFlow, { node, label }: InspectedNode, item: PersonalData): Problem {
  return toProblem(
    "no_consent",
    { flowId: flow.id, nodeId: node.id, path: item.path, severity: "warning" },
    { node: label, data: DATA_NAMES[item.data] },
  );
}

/** Nodes that a customer can come to without having met a node of the family that asks for consent. */
function listBeforeConsent(flow: InspectedFlow): ReadonlySet<string> {
  const waiting = flow.nodes.filter(isEntry).map(({ node }) => node.id);
  const reached = new Set(waiting);
  for (let nodeId = waiting.pop(); nodeId !== undefined; nodeId = waiting.pop()) {
    if (flow.byId.get(nodeId)?.definition?.asksConsent === true) continue;
    for (const { to } of flow.edgesFrom.get(nodeId) ?? []) {
      if (!reached.has(to)) waiting.push(to);
      reached.add(to);
    }
  }
  return reached;
}
