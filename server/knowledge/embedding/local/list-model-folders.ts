import { readdir } from "node:fs/promises";
import type { JsonObject } from "#flows/kernel/json.ts";
import { ProviderFailure, type ProviderFailureCode } from "../provider-failure.ts";
import { isModelName, readModelFolder } from "./model-folder.ts";

/** A folder that may be chosen, or why it may not. */
export type FoundModel = {
  readonly name: string;
  readonly bytes: number | null;
  readonly problem: { readonly code: ProviderFailureCode; readonly facts: JsonObject } | null;
};

const FOLDERS_MAX = 50;

/** What lies in the folder of models, by name; nothing when there is none. Loads nothing. */
export async function listModelFolders(root: string): Promise<readonly FoundModel[]> {
  const found = await readdir(root, { withFileTypes: true }).catch(() => []);
  const names = found
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && isModelName(entry.name))
    .map(({ name }) => name)
    .sort()
    .slice(0, FOLDERS_MAX);
  return Promise.all(names.map((name) => look(root, name)));
}

async function look(root: string, name: string): Promise<FoundModel> {
  try {
    const { bytes } = await readModelFolder(root, name);
    return { name, bytes, problem: null };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return { name, bytes: null, problem: { code: error.code, facts: error.facts } };
  }
}
