import { LRUCache } from "lru-cache";
import type { Logger } from "../../../log.ts";
import { ProviderFailure } from "../provider-failure.ts";
import { createModelThread, type Done, type ModelThread } from "./create-model-thread.ts";
import { type FoundModel, listModelFolders } from "./list-model-folders.ts";
import { type ModelFolder, readModelFolder, type TextUse } from "./model-folder.ts";

/** Models in folders on this machine. Nothing of one is read until a workspace uses it. */
export type LocalModels = {
  list(): Promise<readonly FoundModel[]>;
  /** What the files of a model say now: vectors of another fingerprint are not comparable. */
  identify(name: string): Promise<string>;
  /** A vector of length 1 for each text, in their order. Throws a `ProviderFailure`, or the signal's reason. */
  embed(asked: AskedTexts): Promise<Embedded>;
  close(): Promise<void>;
};

export type AskedTexts = {
  readonly name: string;
  readonly texts: readonly string[];
  readonly use: TextUse;
  /** Set where somebody waits. */
  readonly urgentMs?: number;
  readonly signal?: AbortSignal | undefined;
};

export type Embedded = Pick<Done, "fingerprint" | "vectors">;

type Deps = {
  readonly root: string;
  readonly log: Logger;
  readonly thread?: ModelThread;
};

const FINGERPRINTS_MAX = 100;
/** Texts of about one length share a run; a long one has its own, as a customer's question waits behind it. */
const GROUP_CHARS_MAX = 320;
const GROUP_TEXTS_MAX = 8;

export function createLocalModels({ root, log, thread = createModelThread({ log }) }: Deps): LocalModels {
  const fingerprints = new LRUCache<string, string>({ max: FINGERPRINTS_MAX });
  const keep = ({ name, stamp }: ModelFolder, fingerprint: string): void => {
    fingerprints.set(`${name}\n${stamp}`, fingerprint);
  };
  return {
    list: () => listModelFolders(root),
    identify: async (name) => {
      const folder = await readModelFolder(root, name);
      const known = fingerprints.get(`${name}\n${folder.stamp}`);
      if (known !== undefined) return known;
      const { fingerprint } = await thread.run({ type: "identify", folder });
      keep(folder, fingerprint);
      return fingerprint;
    },
    embed: async ({ name, texts, use, urgentMs, signal }) => {
      const folder = await readModelFolder(root, name);
      const terms = { signal, ...(urgentMs === undefined ? {} : { urgentMs }) };
      const parts: Done[] = [];
      for (const group of groupTexts(texts))
        parts.push(await thread.run({ type: "embed", folder, texts: group, use }, terms));
      const [first] = parts;
      if (first === undefined) throw new Error("no text was given");
      // Its files were replaced between two groups.
      if (parts.some(({ fingerprint }) => fingerprint !== first.fingerprint))
        throw new ProviderFailure("model_changed", { folder: folder.label });
      keep(folder, first.fingerprint);
      return { fingerprint: first.fingerprint, vectors: parts.flatMap(({ vectors }) => vectors) };
    },
    close: thread.close,
  };
}

function groupTexts(texts: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let longest = 0;
  for (const text of texts) {
    const group = groups.at(-1);
    const width = Math.max(longest, text.length);
    if (group && group.length < GROUP_TEXTS_MAX && width * (group.length + 1) <= GROUP_CHARS_MAX) {
      group.push(text);
      longest = width;
    } else {
      groups.push([text]);
      longest = text.length;
    }
  }
  return groups;
}
