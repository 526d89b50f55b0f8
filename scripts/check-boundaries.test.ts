import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkBoundaries } from "./check-boundaries.mjs";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function plant(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "jieda-boundaries-")));
  folders.push(root);
  const imports = { "#flows/*": "./flows/*", "#server/*": "./server/*" };
  writeFileSync(join(root, "package.json"), JSON.stringify({ type: "module", imports }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test("the rules read this project's own modules", async () => {
  const { count } = await checkBoundaries(resolve(import.meta.dirname, ".."));
  expect(count).toBeGreaterThan(50);
}, 60_000);

test.each([
  ["flows-is-pure", { "flows/kernel/a.ts": 'import "../../server/b.ts";', "server/b.ts": "export {};" }],
  ["flows-is-pure", { "flows/kernel/a.ts": 'import { readFile } from "node:fs";\nreadFile;' }],
  ["flows-is-pure", { "flows/kernel/a.ts": 'import "#server/b.ts";', "server/b.ts": "export {};" }],
  [
    "no-node-to-node",
    { "flows/nodes/ask/a.ts": 'import "../end/b.ts";', "flows/nodes/end/b.ts": "export {};" },
  ],
  [
    "kernel-knows-no-kind",
    { "flows/kernel/a.ts": 'import "../nodes/index.ts";', "flows/nodes/index.ts": "export {};" },
  ],
  [
    "client-takes-server-types-only",
    { "components/a.tsx": 'import { b } from "../server/b.ts";\nb;', "server/b.ts": "export const b = 1;" },
  ],
  [
    "only-preview-executes",
    {
      "components/builder/a.tsx": 'import { b } from "../../flows/nodes/executors.ts";\nb;',
      "flows/nodes/executors.ts": "export const b = 1;",
    },
  ],
  ["pages-render-components-only", { "app/page.tsx": 'import "../flows/a.ts";', "flows/a.ts": "export {};" }],
  [
    "engine-knows-no-outside",
    { "server/runtime/a.ts": 'import "../channels/b.ts";', "server/channels/b.ts": "export {};" },
  ],
  ["channels-know-no-flow", { "server/channels/a.ts": 'import "#flows/b.ts";', "flows/b.ts": "export {};" }],
  [
    "server-knows-no-ui",
    { "server/a.ts": 'import "../components/b.tsx";', "components/b.tsx": "export {};" },
  ],
  [
    "env-is-read-once",
    {
      "server/http/a.ts": 'import { env } from "../env.ts";\nenv;',
      "server/env.ts": "export const env = 1;",
    },
  ],
  ["one-way-out", { "server/knowledge/a.ts": 'import { get } from "node:https";\nget;' }],
  ["product-knows-no-tests", { "server/a.ts": 'import "../e2e/b.ts";', "e2e/b.ts": "export {};" }],
  ["no-cycles", { "server/a.ts": 'import "./b.ts";', "server/b.ts": 'import "./a.ts";' }],
  ["no-dead-ends", { "server/a.ts": 'import "./gone.ts";' }],
] as const)("a planted violation of %s is found", async (rule, files) => {
  const { violations } = await checkBoundaries(plant(files));
  expect(violations.map((violation) => violation.split(":")[0])).toContain(rule);
});

test("a component may take a server module's types", async () => {
  const root = plant({
    "components/a.tsx": 'import type { B } from "../server/b.ts";\nexport type A = B;',
    "server/b.ts": "export type B = number;",
  });
  expect((await checkBoundaries(root)).violations).toEqual([]);
});
