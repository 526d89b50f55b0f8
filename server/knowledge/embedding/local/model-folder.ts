import { readFile, realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { z } from "zod";
import { ProviderFailure } from "../provider-failure.ts";

/** What a text is given for: some models want to be told, in words before it. */
export type TextUse = "query" | "passage";

/** A model as its folder describes it (the layout of sentence-transformers), not loaded yet. */
export type ModelFolder = {
  readonly name: string;
  /** As people are told it, such as `models/bge-small-zh`. */
  readonly label: string;
  readonly modelFile: string;
  readonly tokenizerFile: string;
  readonly tokenizerConfigFile: string | null;
  readonly bytes: number;
  /** Null where the folder asks for what is not done here; graphs that pool by themselves need none. */
  readonly pooling: "mean" | "cls" | null;
  readonly prompts: { readonly [Use in TextUse]: string };
  readonly tokensMax: number;
  readonly padId: number | null;
  /** Changes with its files; cheap, unlike what they say. */
  readonly stamp: string;
};

/** The quantized one first: who puts it there means it to be used, and it needs a quarter of the memory. */
const MODEL_FILES = ["onnx/model_quantized.onnx", "onnx/model.onnx", "model_quantized.onnx", "model.onnx"];
export const MODEL_BYTES_MAX = 640 * 1024 * 1024;
const TOKENIZER_BYTES_MAX = 64 * 1024 * 1024;
const SETTINGS_BYTES_MAX = 1024 * 1024;
/** Longer texts cost seconds a passage on one core. */
const TOKENS_MAX = 512;
/** One name of a folder: nothing that leads elsewhere. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;
/** Models whose first two positions are taken. */
const OFFSET_TYPES = new Set(["roberta", "xlm-roberta", "camembert", "mpnet"]);

export const isModelName = (text: string): boolean => NAME.test(text);

/** Throws a `ProviderFailure` that names what is missing or wrong. Reads nothing large. */
export async function readModelFolder(root: string, name: string): Promise<ModelFolder> {
  const label = `${basename(root)}/${name}`;
  const files = await openFolder({ root, name, label });
  const model = await findModel(files, label);
  const tokenizer = await files.find("tokenizer.json", TOKENIZER_BYTES_MAX);
  if (tokenizer === null)
    throw new ProviderFailure("model_file_missing", { folder: label, file: "tokenizer.json" });
  const config = await files.read("config.json", configSchema);
  const tokenizerConfig = await files.read("tokenizer_config.json", tokenizerConfigSchema);
  const lengths = await files.read("sentence_bert_config.json", lengthsSchema);
  const prompts = await files.read("config_sentence_transformers.json", promptsSchema);
  const pooling = await readPooling(files);
  const positions = (config?.max_position_embeddings ?? TOKENS_MAX) - toOffset(config?.model_type);
  const tokensMax = Math.min(
    lengths?.max_seq_length ?? tokenizerConfig?.model_max_length ?? TOKENS_MAX,
    positions,
    TOKENS_MAX,
  );
  return {
    ...{ name, label, pooling },
    modelFile: model.path,
    tokenizerFile: tokenizer.path,
    tokenizerConfigFile: tokenizerConfig === null ? null : join(files.folder, "tokenizer_config.json"),
    bytes: model.bytes,
    prompts: toPrompts(prompts),
    tokensMax: Math.max(tokensMax, 8),
    padId: config?.pad_token_id ?? null,
    stamp: files.stamps.join("\n"),
  };
}

const configSchema = z.object({
  model_type: z.string().nullish(),
  max_position_embeddings: z.number().int().positive().nullish(),
  pad_token_id: z.number().int().min(0).nullish(),
});
/** Some say "no limit" as 1e30. */
const tokenizerConfigSchema = z.object({ model_max_length: z.number().positive().nullish() });
const lengthsSchema = z.object({ max_seq_length: z.number().int().positive().nullish() });
const promptsSchema = z.object({
  prompts: z.record(z.string(), z.string().max(2_000)).nullish(),
  default_prompt_name: z.string().nullish(),
});
const poolingSchema = z.record(z.string(), z.unknown());
const modulesSchema = z.array(z.object({ type: z.string() }));

const toOffset = (type: string | null | undefined): number => (OFFSET_TYPES.has(type ?? "") ? 2 : 0);

/** By the names that sentence-transformers looks for. */
function toPrompts(found: z.infer<typeof promptsSchema> | null): ModelFolder["prompts"] {
  const prompts = found?.prompts ?? {};
  const usual = prompts[found?.default_prompt_name ?? ""] ?? "";
  return {
    query: prompts.query ?? usual,
    passage: prompts.document ?? prompts.passage ?? prompts.corpus ?? usual,
  };
}

/** The mean, unless the folder says otherwise; null where it says what is not done here. */
async function readPooling(files: Files): Promise<ModelFolder["pooling"]> {
  const modules = (await files.read("modules.json", modulesSchema)) ?? [];
  if (modules.some(({ type }) => !/[.](Transformer|Pooling|Normalize)$/.test(type))) return null;
  const asked = await files.read("1_Pooling/config.json", poolingSchema);
  if (asked === null) return "mean";
  const modes = Object.keys(asked).filter((key) => key.startsWith("pooling_mode_") && asked[key] === true);
  if (modes.length !== 1) return null;
  if (modes[0] === "pooling_mode_cls_token") return "cls";
  return modes[0] === "pooling_mode_mean_tokens" ? "mean" : null;
}

async function findModel(files: Files, label: string): Promise<{ path: string; bytes: number }> {
  for (const file of MODEL_FILES) {
    const found = await files.find(file, MODEL_BYTES_MAX);
    if (found !== null) return found;
  }
  throw new ProviderFailure("model_file_missing", { folder: label, file: "model.onnx" });
}

type Files = {
  readonly folder: string;
  readonly stamps: readonly string[];
  /** Null when it is not there. */
  find(file: string, bytesMax: number): Promise<{ path: string; bytes: number } | null>;
  read<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema> | null>;
};

type Place = { readonly root: string; readonly name: string; readonly label: string };

/** The files of one folder; whatever lies outside the root, by whatever link, is refused. */
async function openFolder({ root, name, label }: Place): Promise<Files> {
  const top = isModelName(name) ? await whereIs(root) : null;
  const folder = top === null ? null : await whereIs(join(top, name));
  if (top === null || folder === null) throw new ProviderFailure("model_missing", { folder: label });
  const assertInside = (path: string, file: string): void => {
    if (!path.startsWith(top + sep)) throw new ProviderFailure("model_outside", { folder: label, file });
  };
  assertInside(folder, "");
  const stamps: string[] = [];
  const find: Files["find"] = async (file, bytesMax) => {
    const path = await whereIs(join(folder, file));
    if (path === null) return null;
    assertInside(path, file);
    const { size, mtimeMs, ino } = await stat(path);
    if (size > bytesMax)
      throw new ProviderFailure("model_too_large", {
        folder: label,
        file,
        mb: toMb(size),
        mbMax: toMb(bytesMax),
      });
    stamps.push([file, size, mtimeMs, ino].join(" "));
    return { path, bytes: size };
  };
  return {
    ...{ folder, stamps, find },
    read: async (file, schema) => {
      const found = await find(file, SETTINGS_BYTES_MAX);
      if (found === null) return null;
      const parsed = schema.safeParse(parseJson(await readFile(found.path, "utf8").catch(() => "")));
      if (!parsed.success) throw new ProviderFailure("model_file_bad", { folder: label, file });
      return parsed.data;
    },
  };
}

/** With all links followed; null for what is not there. */
async function whereIs(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    return null;
  }
}

export const toMb = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
