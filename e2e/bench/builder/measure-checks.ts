import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { round } from "./recorder.ts";

const ENTRY = join(import.meta.dirname, "checks-in-page.ts");
const EDITS = 10;

export type CheckFigures = { readonly firstMs: number; readonly againMs: number };

/** The whole check of the large flow in the browser: the first time, and after an edit of one node. */
export async function measureChecks(page: Page): Promise<CheckFigures> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    minify: true,
  });
  await page.goto("about:blank");
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  const times = await page.evaluate((edits) => window.benchChecks(edits), EDITS);
  const [firstMs = 0, ...again] = times;
  return { firstMs: round(firstMs), againMs: round(Math.max(...again)) };
}
