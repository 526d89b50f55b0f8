import type { NodeEffect } from "./executor.ts";
import type { Part } from "./protocol.ts";
import type { Turn } from "./turn.ts";
import { MESSAGES_MAX, MESSAGES_RESERVED, VISITS_MAX, VISITS_RESERVED } from "./turn-limits.ts";

type Say = Extract<NodeEffect, { type: "say" }>;

/** Says it and counts it; false when the turn has no message left. What has no content is not a message. */
export function say(turn: Turn, nodeId: string, effect: Say): boolean {
  const parts = effect.parts.filter(hasContent);
  if (parts.length === 0) return true;
  if (turn.tally.messages >= messagesLimit(turn)) return false;

  turn.lastSaid =
    turn.tally.messages === 0
      ? [{ parts, origin: effect.origin }]
      : [...turn.lastSaid, { parts, origin: effect.origin }];
  turn.tally = { ...turn.tally, messages: turn.tally.messages + 1 };
  turn.answered = true;
  turn.effects.push({ type: "say", nodeId, parts, origin: effect.origin, typingMs: effect.typingMs ?? 0 });
  return true;
}

export function sayText(turn: Turn, nodeId: string, text: string): boolean {
  return say(turn, nodeId, { type: "say", parts: [{ type: "text", text }], origin: "flow" });
}

/** Counts one more visit; false when the turn has none left. */
export function countVisit(turn: Turn): boolean {
  const own = Math.min(turn.program.main.settings.limits.visitsMax, VISITS_MAX - VISITS_RESERVED);
  if (turn.tally.visits >= (turn.tally.escaped ? Math.min(own + VISITS_RESERVED, VISITS_MAX) : own))
    return false;
  turn.tally = { ...turn.tally, visits: turn.tally.visits + 1 };
  return true;
}

/** Does what a node asked for, in its order; false when the turn has no message left. */
export function applyEffects(turn: Turn, nodeId: string, effects: readonly NodeEffect[]): boolean {
  for (const effect of effects) {
    if (effect.type !== "say") turn.effects.push(effect);
    else if (!say(turn, nodeId, effect)) return false;
  }
  return true;
}

function messagesLimit(turn: Turn): number {
  const own = Math.min(turn.program.main.settings.limits.messagesMax, MESSAGES_MAX - MESSAGES_RESERVED);
  return turn.tally.escaped ? Math.min(own + MESSAGES_RESERVED, MESSAGES_MAX) : own;
}

function hasContent(part: Part): boolean {
  if (part.type === "text") return part.text.trim() !== "";
  if (part.type === "choices") return part.options.length > 0;
  if (part.type === "citations") return part.items.length > 0;
  return true;
}
