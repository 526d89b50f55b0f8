import { setConfigAt } from "../../editing/edits/set-config.ts";
import { addVariable, updateSettings } from "../../editing/edits/variables.ts";
import { readField, writeField } from "../../editing/field-path.ts";
import { findFlow, findNode, updateNode } from "../../editing/locate.ts";
import { rewriteReferences, toText } from "../../editing/rename-in-node.ts";
import { BUILT_IN_VARIABLES } from "../../kernel/built-in-variables.ts";
import { type Bundle, flowVariableSchema } from "../../kernel/flow.ts";
import { isRecord } from "../../kernel/scan-limits.ts";
import { LOCALES, type Locale, type Text } from "../../kernel/text.ts";
import { findSecret } from "../find-secret.ts";
import { type FixMaker, readFact } from "./quick-fix.ts";

const SECRET_VARIABLE = "secret";

/** What is missing in one language begins as a copy of the other, for the author to translate. */
export const fixMissingLanguage: FixMaker = ({ problem: { flowId, nodeId, path, facts } }) => {
  const locale = LOCALES.find((candidate) => candidate === facts.locale);
  if (locale === undefined || path === null) return [];
  const fill = (value: unknown): unknown => fillLanguage(toText(value), locale) ?? value;
  return [
    {
      id: "copy-language",
      label: COPY_LABEL,
      isSafe: false,
      apply: (bundle) =>
        nodeId === null
          ? updateSettings(bundle, flowId, (settings) => changeSettings(settings, path, fill))
          : updateNode(bundle, { flowId, nodeId }, (node) =>
              rewriteReferences(node, (reference, value) => (reference.path === path ? fill(value) : value)),
            ),
    },
  ];
};

export const COPY_LABEL = { "zh-CN": "先用另一种语言补上", en: "Copy the other language for now" };

/** The text with both languages, or null when it has them already or has none. */
export function fillLanguage(text: Text | null, locale: Locale): Text | null {
  if (text === null || typeof text === "string" || text[locale]?.trim()) return null;
  const other = text[locale === "en" ? "zh-CN" : "en"];
  return other?.trim() ? { ...text, [locale]: other } : null;
}

/** A key in a text makes way for a variable, which is empty and guarded until somebody fills it. */
export const fixSecret: FixMaker = ({ bundle, flow, problem: { flowId, nodeId, path } }) => {
  if (nodeId === null || path === null) return [];
  const isTemplate = flow.byId
    .get(nodeId)
    ?.references.some((reference) => reference.type === "template" && path.startsWith(reference.path));
  const node = findNode(bundle, { flowId, nodeId });
  if (isTemplate !== true || typeof readField(node?.config, path) !== "string") return [];
  return [
    {
      id: "replace-secret",
      label: { "zh-CN": "换成变量", en: "Replace by a variable" },
      isSafe: false,
      apply: (current) => {
        const text = readField(findNode(current, { flowId, nodeId })?.config, path);
        const secret = typeof text === "string" ? findSecret(text) : null;
        if (typeof text !== "string" || secret === null) return current;
        const name = findFreeName(current, flowId);
        const variable = flowVariableSchema.parse({ name, type: "text", dataClass: "core" });
        const value = text.split(secret).join(`{{ ${name} }}`);
        return setConfigAt(addVariable(current, flowId, variable), { flowId, nodeId }, { path, value });
      },
    },
  ];
};

/** A setting that leads to a node which is gone goes back to what the flow does by itself. */
export const fixMissingTarget: FixMaker = ({ problem: { flowId, path } }) => {
  if (path === null) return [];
  return [
    {
      id: "clear-setting",
      label: { "zh-CN": "清除这个设置", en: "Clear this setting" },
      isSafe: true,
      apply: (bundle) =>
        updateSettings(bundle, flowId, (settings) =>
          changeSettings(settings, path, (to) =>
            findFlow(bundle, flowId)?.nodes.some(({ id }) => id === to) ? to : null,
          ),
        ),
    },
  ];
};

export const fixMissingFaqSetting: FixMaker = ({ problem }) => {
  const faqSet = readFact(problem, "faqSet");
  return [
    {
      id: "remove-faq-set",
      label: { "zh-CN": "移除这个问答库", en: "Take this set out" },
      isSafe: true,
      apply: (bundle) => {
        const path = "settings.repair.digress.faqSets";
        const isGone = (id: unknown) => id === faqSet && !Object.hasOwn(bundle.faqSets, String(id));
        return updateSettings(bundle, problem.flowId, (settings) =>
          changeSettings(settings, path, (ids) =>
            Array.isArray(ids) && ids.some(isGone) ? ids.filter((id) => !isGone(id)) : ids,
          ),
        );
      },
    },
  ];
};

/** `path` is a path into the document, as problems write it: `settings.repair.human.to`. */
function changeSettings<Settings>(settings: Settings, path: string, change: (value: unknown) => unknown) {
  const inner = path.slice("settings.".length);
  if (!isRecord(settings)) return settings;
  const before = readField(settings, inner);
  const after = change(before);
  return after === before ? settings : writeField(settings, inner, after);
}

function findFreeName(bundle: Bundle, flowId: string): string {
  const taken = new Set<string>([
    ...(findFlow(bundle, flowId)?.variables.map(({ name }) => name) ?? []),
    ...BUILT_IN_VARIABLES,
  ]);
  let name = SECRET_VARIABLE;
  for (let round = 2; taken.has(name); round += 1) name = `${SECRET_VARIABLE}_${round}`;
  return name;
}
