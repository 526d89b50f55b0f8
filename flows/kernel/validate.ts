import { checkBases, type KnownBase } from "../checks/check-bases.ts";
import { checkChannels } from "../checks/check-channels.ts";
import { checkFaqSet } from "../checks/check-faq-sets.ts";
import { checkIntents } from "../checks/check-intents.ts";
import { checkLanguages } from "../checks/check-languages.ts";
import { checkPace } from "../checks/check-pace.ts";
import { checkPrivacy } from "../checks/check-privacy.ts";
import { checkFlowSecrets, checkNodeSecrets } from "../checks/check-secrets.ts";
import { checkSilence } from "../checks/check-silence.ts";
import { checkTypes } from "../checks/check-types.ts";
import { checkVariables } from "../checks/check-variables.ts";
import type { Bundle } from "./flow.ts";
import { type InspectedFlow, inspectFlow, inspectNode } from "./inspect-flow.ts";
import type { Problem } from "./problem.ts";
import { type DefinitionRegistry, MAIN_FLOW_ID } from "./registry.ts";
import { validateCalls } from "./validate-calls.ts";
import { validateGraph } from "./validate-graph.ts";
import { validateNode } from "./validate-node.ts";
import { validateReferences } from "./validate-references.ts";
import { validateSettings } from "./validate-settings.ts";
import { validateStructure } from "./validate-structure.ts";

export type { Problem } from "./problem.ts";

export type ValidateOptions = {
  /** Channels to which the bot is connected; without them only parts that name a channel are held against its limits. */
  readonly channels?: readonly string[];
  /** The workspace's knowledge bases; without them what a flow names is taken for granted. */
  readonly bases?: readonly KnownBase[];
};

/**
 * Lists everything that is wrong with a bundle, all at once, in the order in which an author would walk through it.
 * The same check runs in the editor and at publish; only the latter is trusted.
 */
export function validateBundle(
  bundle: Bundle,
  registry: DefinitionRegistry,
  options: ValidateOptions = {},
): readonly Problem[] {
  const steps = validateInSteps(bundle, registry, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same check, which stops after every few milliseconds of work, so that an editor can take a keystroke in between. What an
 * edit left alone is remembered by identity: the second run over a large flow costs a fraction of the first.
 */
export function* validateInSteps(
  bundle: Bundle,
  registry: DefinitionRegistry,
  { channels = [], bases }: ValidateOptions = {},
): Generator<undefined, readonly Problem[]> {
  const drawn = [[MAIN_FLOW_ID, bundle.flow] as const, ...Object.entries(bundle.subflows)];
  const flows: InspectedFlow[] = [];
  for (const [id, flow] of drawn) {
    for (const node of flow.nodes) {
      inspectNode(node, registry);
      yield;
    }
    flows.push(inspectFlow(id, flow, { bundle, registry }));
  }
  const problems: Problem[] = [];
  for (const flow of flows) {
    append(problems, validateStructure(flow));
    for (const node of flow.nodes) {
      problems.push(
        ...validateNode(flow, node),
        ...validateReferences(flow, node),
        ...checkTypes(flow, node),
        ...checkNodeSecrets(flow, node),
        ...checkChannels(flow, node, channels),
      );
      yield;
    }
    append(problems, validateGraph(flow, flows));
    yield;
    problems.push(
      ...validateSettings(flow),
      ...checkFlowSecrets(flow),
      ...checkVariables(flow, flows),
      ...checkPrivacy(flow, registry),
      ...checkPace(flow, channels),
      ...checkSilence(flow),
    );
    yield;
  }
  if (bases !== undefined) append(problems, checkBases(flows, bases));
  append(problems, [...validateCalls(flows), ...checkIntents(flows), ...checkLanguages(flows)]);
  for (const [id, set] of Object.entries(bundle.faqSets)) {
    yield;
    append(problems, checkFaqSet(id, set, channels));
  }
  return problems;
}

/** One by one: as arguments of one call, the problems of 20,000 entries would not fit on the stack. */
function append(problems: Problem[], more: readonly Problem[]): void {
  for (const problem of more) problems.push(problem);
}
