import { z } from "zod";
import type { ConfigIssue } from "./config-issue.ts";
import { duplicateId, reservedId } from "./config-issue.ts";

/** Ids of options, branches, intents and the like become ids of ports: wires and reports know them, so they never change by themselves. */
export const portIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, "1 to 64 letters, digits, _ or -");

/** Every node may have this port; see `onErrorSchema`. */
const ERROR_PORT = "error";

/** Two items of one id would share a wire, and an id such as `none` would take over a port of the kind itself. */
export function checkPortIds(
  items: readonly { readonly id: string }[],
  listPath: string,
  kindPorts: readonly string[],
): readonly ConfigIssue[] {
  const reserved = new Set([...kindPorts, ERROR_PORT]);
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    const path = `${listPath}[${index}].id`;
    const issue = reserved.has(id) ? [reservedId(path, id)] : seen.has(id) ? [duplicateId(path, id)] : [];
    seen.add(id);
    return issue;
  });
}
