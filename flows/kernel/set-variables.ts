import type { Json, JsonObject } from "./json.ts";
import { getFlow, getFrame, setFrame, type Turn } from "./turn.ts";

/** Weight of one value, in characters and items; a session is written every turn and must stay small. */
const VALUE_MAX_WEIGHT = 65_536;

/** Why the values cannot be set, or null when they were. Nothing is set when one of them cannot be. */
export function setVariables(turn: Turn, values: JsonObject): "invalid_variable" | "value_too_large" | null {
  const names = Object.keys(values);
  if (names.includes("__proto__")) return "invalid_variable";
  if (names.some((name) => weigh(values[name] ?? null, VALUE_MAX_WEIGHT) < 0)) return "value_too_large";

  if (turn.stack.length > 1) setFrame(turn, { vars: { ...getFrame(turn).vars, ...values } });
  else setRootVariables(turn, values);
  rememberForContact(turn, values);
  return null;
}

function setRootVariables(turn: Turn, values: JsonObject): void {
  const point = turn.history.at(-1);
  if (point !== undefined) {
    const undo: { [name: string]: Json } = { ...point.undo };
    for (const name of Object.keys(values)) {
      if (!Object.hasOwn(undo, name)) undo[name] = turn.vars[name] ?? null;
    }
    turn.history = [...turn.history.slice(0, -1), { ...point, undo }];
  }
  turn.vars = { ...turn.vars, ...values };
}

/** A variable of scope `contact` is told to the host, and shared with the root flow when it knows the same name. */
export function rememberForContact(turn: Turn, values: JsonObject): void {
  const { variables } = getFlow(turn);
  const names = Object.keys(values).filter((name) => variables.get(name)?.scope === "contact");
  if (names.length === 0) return;

  const attributes = Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
  turn.effects.push({ type: "update-contact", addTags: [], removeTags: [], attributes });
  if (turn.stack.length > 1) {
    const shared = names.filter((name) => turn.program.main.variables.get(name)?.scope === "contact");
    if (shared.length > 0) {
      setRootVariables(turn, Object.fromEntries(shared.map((name) => [name, values[name] ?? null])));
    }
  }
}

/** What is left of the budget; below zero the value is too large. Bounded work, whatever the value. */
function weigh(value: Json, budget: number): number {
  if (typeof value === "string") return budget - value.length;
  if (typeof value !== "object" || value === null) return budget - 1;
  let left = budget - 1;
  for (const [key, item] of Object.entries(value)) {
    if (left < 0) return left;
    left = weigh(item, left - key.length);
  }
  return left;
}

/** Each new message finds the variables of scope `turn` at their defaults. */
export function clearTurnVariables(turn: Turn): void {
  const { turnDefaults } = turn.program.main;
  if (turnDefaults.some(([name, value]) => turn.vars[name] !== value)) {
    turn.vars = { ...turn.vars, ...Object.fromEntries(turnDefaults) };
  }
  turn.stack = turn.stack.map((frame, depth) => {
    const defaults = depth === 0 ? undefined : turn.program.flows.get(frame.flowId)?.turnDefaults;
    return defaults === undefined || defaults.length === 0
      ? frame
      : { ...frame, vars: { ...frame.vars, ...Object.fromEntries(defaults) } };
  });
}
