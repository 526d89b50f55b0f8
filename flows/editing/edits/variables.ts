import type { Bundle, FlowSettings, FlowVariable } from "../../kernel/flow.ts";
import { writeField } from "../field-path.ts";
import { filterShared, mapShared, updateFlow } from "../locate.ts";

/** A name that is taken already changes nothing. */
export function addVariable(bundle: Bundle, flowId: string, variable: FlowVariable): Bundle {
  return updateFlow(bundle, flowId, (flow) =>
    flow.variables.some(({ name }) => name === variable.name)
      ? flow
      : { ...flow, variables: [...flow.variables, variable] },
  );
}

/** All but the name, whose uses would have to change along. `undefined` takes the description out. */
export function updateVariable(
  bundle: Bundle,
  flowId: string,
  {
    name,
    ...fields
  }: Pick<FlowVariable, "name"> & {
    readonly [Field in Exclude<keyof FlowVariable, "name">]?: FlowVariable[Field] | undefined;
  },
): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const variables = mapShared(flow.variables, (variable) =>
      variable.name === name ? withFields(variable, fields) : variable,
    );
    return variables === flow.variables ? flow : { ...flow, variables };
  });
}

/** Takes the declaration away; what uses the name is left as it is, for the checks to show. */
export function removeVariable(bundle: Bundle, flowId: string, name: string): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const variables = filterShared(flow.variables, (variable) => variable.name !== name);
    return variables === flow.variables ? flow : { ...flow, variables };
  });
}

export function updateSettings(
  bundle: Bundle,
  flowId: string,
  change: (settings: FlowSettings) => FlowSettings,
): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const settings = change(flow.settings);
    return settings === flow.settings ? flow : { ...flow, settings };
  });
}

function withFields(variable: FlowVariable, fields: { readonly [field: string]: unknown }): FlowVariable {
  let changed = variable;
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined || key === "description") changed = writeField(changed, key, value);
  }
  return changed;
}
