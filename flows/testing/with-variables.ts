import type { Program } from "../kernel/compile-program.ts";
import type { JsonObject } from "../kernel/json.ts";

/**
 * The same program, whose talks begin with these values in the variables of the main flow, as if they were its defaults. Names that
 * the flow does not have change nothing: no node can read them.
 */
export function withVariables(program: Program, values: JsonObject): Program {
  const { main } = program;
  const known = Object.fromEntries(
    Object.entries(values).filter(([name]) => Object.hasOwn(main.defaults, name)),
  );
  const changed: Program["main"] = {
    ...main,
    defaults: { ...main.defaults, ...known },
    turnDefaults: main.turnDefaults.map(([name, value]) => [
      name,
      Object.hasOwn(known, name) ? (known[name] ?? null) : value,
    ]),
  };
  return { ...program, main: changed, flows: new Map(program.flows).set(main.id, changed) };
}
