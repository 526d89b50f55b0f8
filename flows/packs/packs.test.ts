import { describe, expect, test } from "vitest";
import { inlinePerformers } from "../../server/effects/perform-inline.ts";
import { compileModels } from "../../server/runtime/compile-models.ts";
import { NO_KNOWLEDGE } from "../../server/runtime/knowledge-store.ts";
import { type LoadedVersion, toLoadedVersion } from "../../server/runtime/load-version.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { LOCALES } from "../kernel/text.ts";
import { validateBundle } from "../kernel/validate.ts";
import { nodeRegistry } from "../nodes/registry.ts";
import { type FlowTestScript, flowTestScriptSchema } from "../testing/flow-test.ts";
import { runFlowTest } from "../testing/run-flow-test.ts";
import { templates } from "./index.ts";

const NODE_WIDTH_PX = 260;
const NODE_HEIGHT_PX = 200;

describe.each(templates)("the template $id", (template) => {
  test.each(LOCALES)("has no problem at all when edited in %s", async (locale) => {
    const content = await template.load();
    expect(validateBundle(bundleSchema.parse(content.toBundle(locale)), nodeRegistry)).toEqual([]);
  });

  test("puts no node over another", async () => {
    const { flow } = bundleSchema.parse((await template.load()).toBundle("zh-CN"));
    const overlapping = flow.nodes.filter(({ id, position }) =>
      flow.nodes.some(
        (other) =>
          other.id < id &&
          Math.abs(other.position.x - position.x) < NODE_WIDTH_PX &&
          Math.abs(other.position.y - position.y) < NODE_HEIGHT_PX,
      ),
    );
    expect(overlapping).toEqual([]);
  });

  test("answers as many questions as the gallery says", async () => {
    const { faqSets } = bundleSchema.parse((await template.load()).toBundle("en"));
    expect(Object.values(faqSets).reduce((sum, { entries }) => sum + entries.length, 0)).toBe(
      template.answers,
    );
  });

  test("keeps what its own tests promise, in both languages, with the real matchers", async () => {
    const content = await template.load();
    const bundle = bundleSchema.parse(content.toBundle("zh-CN"));
    const version = toLoadedVersion({
      versionId: "draft",
      bundle,
      models: compileModels(bundle),
      registry: nodeRegistry,
    });
    expect(new Set(content.tests.map(({ script }) => script.locale))).toEqual(new Set(LOCALES));
    const broken = content.tests.flatMap(({ name, script }) =>
      listBroken(flowTestScriptSchema.parse(script), version).map((line) => `${name["zh-CN"]}: ${line}`),
    );
    expect(broken).toEqual([]);
  });
});

/** The same judge as in the console: what fails here is red there. */
function listBroken(script: FlowTestScript, version: LoadedVersion): readonly string[] {
  const { locale, channel } = script;
  const scope = { version, locale, channel, at: 0, knowledge: NO_KNOWLEDGE, passages: [], graphs: [] };
  const { turns } = runFlowTest({
    program: version.program,
    script,
    answers: {
      "match-intent": (input) => inlinePerformers["match-intent"](input, scope),
      "match-faq": (input) => inlinePerformers["match-faq"](input, scope),
    },
  });
  return turns.flatMap(({ does, said, visits, problem, assertions }) => [
    ...(problem === null ? [] : [`${JSON.stringify(does)} could not be played: ${JSON.stringify(problem)}`]),
    ...assertions
      .filter(({ passed }) => !passed)
      .map(
        ({ assertion }) =>
          `${JSON.stringify(does)} -> ${JSON.stringify(assertion)}, but ${visits.map(({ nodeId, port }) => `${nodeId}.${port}`).join(" ")} said ${JSON.stringify(said)}`,
      ),
  ]);
}
