import type { InspectedFlow } from "./inspect-flow.ts";
import { type Problem, type ProblemFacts, toProblem } from "./problem.ts";
import { MAIN_FLOW_ID } from "./registry.ts";
import type { Text } from "./text.ts";
import { isKnownVariable } from "./validate-references.ts";
import { compileTexts } from "./validate-text.ts";

type Target = {
  readonly path: string;
  readonly to: string | null;
  readonly text: Text | undefined;
  readonly name: ProblemFacts[string];
};

/** The settings of the root flow; those of sub-flows are never read. */
export function validateSettings(flow: InspectedFlow): readonly Problem[] {
  if (flow.id !== MAIN_FLOW_ID) return [];
  const { repair, fallback } = flow.flow.settings;
  const targets: readonly Target[] = [
    { path: "settings.fallback", ...toTarget(fallback), name: { "zh-CN": "兜底", en: "Fallback" } },
    {
      path: "settings.repair.human",
      ...toTarget(repair.human),
      name: { "zh-CN": "转人工", en: "Ask for a person" },
    },
    { path: "settings.repair.cancel", ...toTarget(repair.cancel), name: { "zh-CN": "取消", en: "Cancel" } },
  ];
  const missingSets = repair.digress.faqSets.filter((faqSet) => !Object.hasOwn(flow.bundle.faqSets, faqSet));
  return [
    ...targets.flatMap((target) => [...checkTarget(flow, target), ...checkText(flow, target)]),
    ...missingSets.map((faqSet) =>
      toProblem(
        "missing_settings_faq_set",
        { flowId: flow.id, path: "settings.repair.digress.faqSets" },
        { faqSet },
      ),
    ),
  ];
}

function toTarget({ to, text }: { readonly to: string | null; readonly text?: Text | undefined }): {
  to: string | null;
  text: Text | undefined;
} {
  return { to, text };
}

function checkTarget(flow: InspectedFlow, { path, to, name }: Target): readonly Problem[] {
  if (to === null || flow.byId.has(to)) return [];
  return [toProblem("missing_settings_node", { flowId: flow.id, path: `${path}.to` }, { setting: name })];
}

function checkText(flow: InspectedFlow, { path, text }: Target): readonly Problem[] {
  if (text === undefined) return [];
  const place = { flowId: flow.id, path: `${path}.text` };
  return compileTexts(text).flatMap(({ template }) => [
    ...template.errors.map((error) => toProblem("bad_settings_template", place, { position: error.at + 1 })),
    ...template.variables
      .filter((name) => !isKnownVariable(flow, name))
      .map((name) => toProblem("unknown_settings_variable", place, { name })),
  ]);
}
