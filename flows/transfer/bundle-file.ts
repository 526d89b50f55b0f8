import { z } from "zod";
import { withoutSecrets } from "../editing/clipboard.ts";
import { exportBundle } from "../kernel/export-flow.ts";
import { type Bundle, FLOW_BYTES_MAX, FLOW_SCHEMA, type Flow } from "../kernel/flow.ts";
import { type Parsed, parseBundle } from "../kernel/migrate.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import { isRecord, scanText, scanValue } from "../kernel/scan-limits.ts";
import { type FlowTestScript, flowTestScriptSchema } from "../testing/flow-test.ts";

const FORMAT = "jieda-bundle";

/** A bundle brings its FAQ sets along; the same bound as in `parseBundle`. */
export const FILE_BYTES_MAX = 4 * FLOW_BYTES_MAX;

const TESTS_MAX = 500;

export type FileTest = { readonly name: string; readonly script: FlowTestScript };

/** All that one file holds. What it names but does not hold is listed by `listMissing`. */
export type BundleFile = {
  readonly name: string;
  readonly bundle: Bundle;
  readonly tests: readonly FileTest[];
};

const nameSchema = z.string().trim().min(1).max(80);
const testsSchema = z
  .array(z.strictObject({ name: z.string().trim().min(1).max(200), script: flowTestScriptSchema }))
  .max(TESTS_MAX);

/**
 * A bot as a file: no time, no ids of the installation, no secrets, keys in one order. So two exports of one bot are equal byte
 * for byte, also with an import in between.
 */
export function toBundleFile({ name, bundle, tests }: BundleFile): string {
  const file = {
    format: FORMAT,
    schema: FLOW_SCHEMA,
    name,
    bundle: stripSecrets(bundle),
    ...(tests.length === 0 ? {} : { tests }),
  };
  // as: the envelope is sorted and indented as the bundle inside it is.
  return exportBundle(file as unknown as Bundle);
}

/** Reads what an export wrote, or a bare bundle or flow. Size and depth are looked at first; never throws, never evaluates. */
export function parseBundleFile(text: string, nameless: string): Parsed<BundleFile> {
  const early = scanText(text, FILE_BYTES_MAX);
  if (early !== null) return refuse(early);
  const read = parseJson(text);
  if (read === null) return refuse(toProblem("unreadable", { flowId: MAIN_FLOW_ID }));
  const problem = scanValue(read.value, FILE_BYTES_MAX);
  return problem === null ? parseFileValue(read.value, nameless) : refuse(problem);
}

/** The same for a value that was read already, such as a request's body. */
export function parseFileValue(value: unknown, nameless: string): Parsed<BundleFile> {
  if (!isRecord(value)) return refuse(toProblem("unknown_schema", { flowId: MAIN_FLOW_ID }));
  if (value.format !== FORMAT) return parseBare(value, nameless);
  if (typeof value.schema === "number" && value.schema > FLOW_SCHEMA) {
    return refuse(
      toProblem("newer_schema", { flowId: MAIN_FLOW_ID }, { schema: value.schema, max: FLOW_SCHEMA }),
    );
  }
  const bundle = parseBundle(value.bundle);
  if (!bundle.ok) return bundle;
  const tests = testsSchema.safeParse(value.tests ?? []);
  if (!tests.success) return refuse(invalid("tests", tests.error));
  const name = nameSchema.safeParse(value.name);
  return {
    ok: true,
    value: { name: name.success ? name.data : nameless, bundle: bundle.value, tests: tests.data },
  };
}

function parseBare(value: { readonly [key: string]: unknown }, nameless: string): Parsed<BundleFile> {
  const bundle = parseBundle(Array.isArray(value.nodes) ? { flow: value } : value);
  return bundle.ok ? { ok: true, value: { name: nameless, bundle: bundle.value, tests: [] } } : bundle;
}

function stripSecrets(bundle: Bundle): Bundle {
  const strip = (flow: Flow): Flow => ({ ...flow, nodes: flow.nodes.map(withoutSecrets) });
  return {
    ...bundle,
    flow: strip(bundle.flow),
    subflows: Object.fromEntries(Object.entries(bundle.subflows).map(([id, flow]) => [id, strip(flow)])),
  };
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    // A file that an editor on Windows saved begins with a byte order mark.
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    // Whatever stands in an uploaded file is its author's problem, told as one.
    return null;
  }
}

function invalid(path: string, error: z.ZodError): Problem {
  const [issue] = error.issues;
  const place = [path, ...(issue?.path ?? [])].map(String).join(".");
  return toProblem(
    "invalid_document",
    { flowId: MAIN_FLOW_ID, path: place },
    { path: place, reason: { "zh-CN": "格式不对", en: "is not valid" } },
  );
}

function refuse(problem: Problem): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [problem] };
}
