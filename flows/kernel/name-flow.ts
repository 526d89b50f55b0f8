import type { Bundle } from "./flow.ts";

/** What authors call a sub-flow: its title, or its id while nobody has given it one. Ids never change, so titles are free to. */
export function nameFlow({ subflows }: Pick<Bundle, "subflows">, flowId: string): string {
  const title = Object.hasOwn(subflows, flowId) ? subflows[flowId]?.title?.trim() : undefined;
  return title || flowId;
}
