import type { Reference, VariableType } from "../kernel/define-node.ts";
import type { InspectedFlow, InspectedNode } from "../kernel/inspect-flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import { compileTexts } from "../kernel/validate-text.ts";
import { inferType } from "./infer-type.ts";
import { toTypeName } from "./type-names.ts";

/** Values used as what they cannot be: compared, counted, or stored in a variable of another type. */
export function checkTypes(flow: InspectedFlow, inspected: InspectedNode): readonly Problem[] {
  return inspected.references.flatMap((reference) => {
    switch (reference.type) {
      case "variable":
        return reference.holds === undefined
          ? []
          : checkWrite(flow, inspected, { ...reference, used: reference.holds });
      case "expression":
        return checkExpression(flow, inspected, reference);
      case "template":
        return compileTexts(reference.source).flatMap(({ template }) =>
          template.expressions.flatMap(({ source }) =>
            checkExpression(flow, inspected, { source, path: reference.path }),
          ),
        );
      default:
        return [];
    }
  });
}

type TypedSource = Pick<Reference & { readonly type: "expression" }, "source" | "path" | "expects" | "into">;

function checkExpression(
  flow: InspectedFlow,
  inspected: InspectedNode,
  { source, path, expects, into }: TypedSource,
): readonly Problem[] {
  const { type, clashes } = inferType(source, (name) => flow.variables.get(name) ?? null);
  const isUseless = type !== null && expects !== undefined && !expects.includes(type);
  const all = isUseless ? [...clashes, { used: type, wanted: expects }] : clashes;
  const place = { flowId: flow.id, nodeId: inspected.node.id, path };
  return [
    ...all.map(({ used, wanted }) =>
      toProblem("type_mismatch", place, {
        node: inspected.label,
        used: toTypeName([used]),
        wanted: toTypeName(wanted),
      }),
    ),
    ...(type === null || into === undefined
      ? []
      : checkWrite(flow, inspected, { name: into, path, used: type })),
  ];
}

type Write = { readonly name: string; readonly path: string; readonly used: VariableType };

function checkWrite(
  flow: InspectedFlow,
  inspected: InspectedNode,
  { name, path, used }: Write,
): readonly Problem[] {
  const wanted = flow.variables.get(name);
  if (wanted === undefined || wanted === used) return [];
  // A number or yes/no reads well as text, so nothing is lost but comparisons.
  const severity = wanted === "text" && (used === "number" || used === "boolean") ? "warning" : "error";
  const place = { flowId: flow.id, nodeId: inspected.node.id, path, severity } as const;
  return [
    toProblem("wrong_type_written", place, {
      node: inspected.label,
      name,
      type: used,
      used: toTypeName([used]),
      wanted: toTypeName([wanted]),
    }),
  ];
}
