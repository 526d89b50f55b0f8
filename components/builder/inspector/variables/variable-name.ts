import { BUILT_IN_VARIABLES } from "#flows/kernel/built-in-variables.ts";
import { type FlowVariable, variableNameSchema } from "#flows/kernel/flow.ts";

export function newVariable(name: string, type: FlowVariable["type"] = "text"): FlowVariable {
  return { name, type, scope: "conversation", default: null, dataClass: "general" };
}

export type NameProblem = "nameInvalid" | "nameTaken" | "nameReserved";

/** Why a variable cannot have this name, or null. */
export function findNameProblem(name: string, taken: readonly FlowVariable[]): NameProblem | null {
  if (BUILT_IN_VARIABLES.some((builtIn) => builtIn === name)) return "nameReserved";
  if (!variableNameSchema.safeParse(name).success) return "nameInvalid";
  return taken.some((variable) => variable.name === name) ? "nameTaken" : null;
}
