import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./root.mjs";

const ENTRY = join(ROOT, "components/chat/widget/loader.ts");

// The script that shops embed: one file without dependencies, for browsers of the last five years.
if (existsSync(ENTRY)) {
  mkdirSync(join(ROOT, "public"), { recursive: true });
  await build({
    entryPoints: [ENTRY],
    outfile: join(ROOT, "public/widget.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2020", "safari15"],
    legalComments: "none",
    logLevel: "warning",
  });
}
