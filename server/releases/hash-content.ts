import { createHash } from "node:crypto";
import { exportBundle } from "../../flows/kernel/export-flow.ts";
import type { Bundle } from "../../flows/kernel/flow.ts";

/** The same content has the same hash, in whatever order its keys were stored. */
export function hashContent(bundle: Bundle): string {
  return createHash("sha256").update(exportBundle(bundle)).digest("hex");
}
