import type { z } from "zod";
import { readAt } from "#flows/editing/apply-ops.ts";
import type { Op, Path } from "#flows/editing/op.ts";
import {
  type Bundle,
  bundleSchema,
  FLOW_EDGES_MAX,
  FLOW_NODES_MAX,
  faqEntrySchema,
  flowEdgeSchema,
  flowNodeSchema,
  flowSchema,
  flowSettingsSchema,
  flowVariableSchema,
} from "#flows/kernel/flow.ts";
import type { Json } from "#flows/kernel/json.ts";
import { AppError } from "#server/app-error.ts";

/** The smallest parts of a document that are checked on their own; a path that fits none of them has the whole checked. */
const PARTS: readonly { readonly fits: RegExp; readonly segments: number; readonly schema: z.ZodType }[] = [
  { fits: /^nodes\/@[^/]+/, segments: 2, schema: flowNodeSchema },
  { fits: /^edges\/@[^/]+/, segments: 2, schema: flowEdgeSchema },
  { fits: /^variables\/@[^/]+/, segments: 2, schema: flowVariableSchema },
  { fits: /^settings(\/|$)/, segments: 1, schema: flowSettingsSchema },
];

/**
 * Checks what operations from outside have changed, and only that: a draft of 20,000 questions is not read through for one
 * letter. `invalid_request` names the first field that does not fit.
 */
export function assertTouchedParts(bundle: Bundle, ops: readonly Op[]): void {
  const parts = new Map<string, { readonly path: Path; readonly schema: z.ZodType }>();
  for (const { path } of ops) {
    const part = toPart(path);
    parts.set(part.path.join("/"), part);
  }
  for (const { path, schema } of parts.values()) {
    // A bundle is plain JSON; the schema is what makes sure of it.
    const value = readAt(bundle as unknown as Json, path);
    if (value === undefined && path.length > 0) continue;
    const parsed = schema.safeParse(value ?? bundle);
    if (!parsed.success) {
      const field = [...path, ...(parsed.error.issues[0]?.path ?? []).map(String)].join(".");
      throw new AppError("invalid_request", { reason: "unfit_change", fields: [field] });
    }
  }
  for (const flow of [bundle.flow, ...Object.values(bundle.subflows)]) {
    if (flow.nodes.length > FLOW_NODES_MAX || flow.edges.length > FLOW_EDGES_MAX)
      throw new AppError("payload_too_large");
  }
}

function toPart(path: Path): { readonly path: Path; readonly schema: z.ZodType } {
  const [area, key, ...inner] = path;
  if (area === "flow" && key !== undefined) return toFlowPart(["flow"], [key, ...inner]);
  if (area === "subflows" && key !== undefined && inner.length > 0)
    return toFlowPart(["subflows", key], inner);
  const entry = area === "faqSets" && inner[0] === "entries" ? inner[1] : undefined;
  if (key !== undefined && entry !== undefined)
    return { path: ["faqSets", key, "entries", entry], schema: faqEntrySchema };
  return { path: [], schema: bundleSchema };
}

function toFlowPart(flowPath: Path, inner: Path): { readonly path: Path; readonly schema: z.ZodType } {
  const text = inner.join("/");
  const part = PARTS.find(({ fits }) => fits.test(text));
  return part
    ? { path: [...flowPath, ...inner.slice(0, part.segments)], schema: part.schema }
    : { path: flowPath, schema: flowSchema };
}
