import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { findTemplate } from "#flows/packs/index.ts";
import { flowTestScriptSchema } from "#flows/testing/flow-test.ts";
import { AppError } from "#server/app-error.ts";
import type { NewSuite } from "./add-suite.ts";

/** Name of the suite that a template brings along; operators may rename it. */
const SUITE_NAMES = { "zh-CN": "模板自带的测试", en: "Tests of the template" };

/** A template in the words of who edits: its draft, and its own talks as tests. */
export async function readTemplate(
  templateId: string,
  locale: Locale,
): Promise<{ readonly bundle: Bundle; readonly suite: NewSuite }> {
  const template = findTemplate(templateId);
  if (!template) throw new AppError("not_found");
  const content = await template.load();
  return {
    bundle: bundleSchema.parse(content.toBundle(locale)),
    suite: {
      name: SUITE_NAMES[locale],
      isRequired: false,
      tests: content.tests.map(({ name, script }) => ({
        name: name[locale],
        script: flowTestScriptSchema.parse(script),
        source: "template",
      })),
    },
  };
}
