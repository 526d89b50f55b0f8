import type { Assertion, FlowTestScriptInput } from "../../testing/flow-test.ts";
import { type Both, both } from "./both.ts";
import type { TemplateTest } from "./template.ts";

type Turn = FlowTestScriptInput["turns"][number];

/** A test of a template, in the language of its customer. */
export function talk(
  name: readonly [zh: string, en: string],
  locale: keyof Both,
  rest: Omit<FlowTestScriptInput, "locale">,
): TemplateTest {
  return { name: both(...name), script: { locale, ...rest } };
}

export const says = (text: string, ...expect: Assertion[]): Turn => ({ does: { type: "say", text }, expect });

export const picks = (option: string, ...expect: Assertion[]): Turn => ({
  does: { type: "choose", option },
  expect,
});

export const contains = (text: string): Assertion => ({ type: "reply-contains", text });

export const visits = (nodeId: string): Assertion => ({ type: "node-visited", flowId: "main", nodeId });

export const leaves = (nodeId: string, port: string): Assertion => ({
  type: "port-taken",
  flowId: "main",
  nodeId,
  port,
});
