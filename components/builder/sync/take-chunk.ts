import type { Op } from "#flows/editing/op.ts";

/** What the server takes in one change (`OPS_MAX` there), and what fits into a request with room to spare. */
const OPS_MAX = 2_000;
const CHARS_MAX = 600_000;

/** As many operations from the front as one request holds, at least one. Operations only build on earlier ones, so any front is a document. */
export function takeChunk(ops: readonly Op[]): readonly Op[] {
  let chars = 0;
  for (let count = 0; count < ops.length; count += 1) {
    chars += JSON.stringify(ops[count]).length;
    if (count > 0 && (count >= OPS_MAX || chars > CHARS_MAX)) return ops.slice(0, count);
  }
  return ops;
}
