import type { BUILT_IN_VARIABLES } from "./built-in-variables.ts";
import type { CompiledNode } from "./compile-program.ts";
import type { NodeContext } from "./executor.ts";
import { compileExpression } from "./expression.ts";
import type { Json, JsonObject } from "./json.ts";
import { compileTemplate } from "./template.ts";
import { pickText, type Text } from "./text.ts";
import { drawRandom, getFrame, getVars, type Turn } from "./turn.ts";

/** What one visit may see. `message` is for nodes that understand: null once answered, and once this node has looked. */
export function toNodeContext(turn: Turn, node: CompiledNode): NodeContext {
  const { base } = turn;
  const frame = getFrame(turn);
  const hasLooked = node.isUnderstanding && turn.looked.includes(node.key);
  return {
    flowId: frame.flowId,
    nodeId: node.id,
    locale: base.locale,
    channel: base.channel,
    contactId: base.contactId,
    now: turn.at,
    random: () => drawRandom(turn),
    message: turn.answered || hasLooked ? null : turn.message,
    vars: getVars(turn),
    strikes: turn.strikes,
    loop: Object.hasOwn(frame.loops, node.id) ? frame.loops[node.id] : undefined,
    text: (text, assigned) => renderText(turn, text, assigned),
    evaluate: (source, assigned) =>
      compileExpression(source).evaluate(toVars(turn, assigned), toBuiltIns(turn)),
  };
}

/** Picks the reader's language and renders once, with the variables of the innermost flow. */
export function renderText(turn: Turn, text: Text, assigned?: JsonObject): string {
  const { locale } = turn.base;
  const source = pickText(text, locale, turn.program.main.settings.language);
  return source.includes("{{")
    ? compileTemplate(source).render({ vars: toVars(turn, assigned), more: toBuiltIns(turn), locale })
    : source;
}

function toVars(turn: Turn, assigned: JsonObject | undefined): JsonObject {
  return assigned === undefined ? getVars(turn) : { ...getVars(turn), ...assigned };
}

function toBuiltIns(turn: Turn): { readonly [Name in (typeof BUILT_IN_VARIABLES)[number]]: Json } {
  const { context, locale, channel } = turn.base;
  return { context, now: turn.at, message: turn.message?.text ?? "", locale, channel };
}
