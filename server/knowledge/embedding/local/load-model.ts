import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { env, InferenceSession, Tensor } from "onnxruntime-web";
import { z } from "zod";
import { DIMENSIONS_MAX } from "../provider.ts";
import { ProviderFailure } from "../provider-failure.ts";
import { type ModelFolder, type TextUse, toMb } from "./model-folder.ts";
import { poolVectors, splitVectors } from "./pool-vectors.ts";
import { createTokens, type Tokens } from "./tokenize.ts";

/** Runs in the thread of `model-thread.ts` only: everything here computes for long. */
export type LoadedModel = {
  readonly fingerprint: string;
  embed(texts: readonly string[], use: TextUse): Promise<readonly Float32Array[]>;
  release(): Promise<void>;
};

// This thread is the one that computes; others are the customers'.
env.wasm.numThreads = 1;
env.logLevel = "fatal";

const KNOWN_INPUTS = new Set(["input_ids", "attention_mask", "token_type_ids"]);
/** What graphs give: already pooled, or one vector a token. */
const POOLED_OUTPUT = "sentence_embedding";
const TOKEN_OUTPUTS = ["last_hidden_state", "token_embeddings"];
const MESSAGE_CHARS_MAX = 200;
/** Measured: while it is loaded, a model is in memory as a file, as a message and as weights. */
const BYTES_PER_MODEL_BYTE = 5;
const BYTES_OF_RUNTIME = 128 * 1024 * 1024;

type Contents = { readonly model: Buffer; readonly tokenizer: Buffer; readonly settings: Buffer | null };

async function readContents(folder: ModelFolder): Promise<Contents> {
  const { modelFile, tokenizerFile, tokenizerConfigFile } = folder;
  return {
    model: await read(folder, modelFile),
    tokenizer: await read(folder, tokenizerFile),
    settings: tokenizerConfigFile === null ? null : await read(folder, tokenizerConfigFile),
  };
}

/** What makes vectors comparable: what the files say, and how they are used. */
export async function fingerprintModel(folder: ModelFolder): Promise<string> {
  return toFingerprint(folder, await readContents(folder));
}

function toFingerprint({ pooling, prompts, tokensMax }: ModelFolder, contents: Contents): string {
  const hash = createHash("sha256").update(contents.model).update(contents.tokenizer);
  if (contents.settings !== null) hash.update(contents.settings);
  return hash.update(JSON.stringify([pooling, prompts.query, prompts.passage, tokensMax])).digest("hex");
}

export async function loadModel(folder: ModelFolder): Promise<LoadedModel> {
  assertRoom(folder);
  const contents = await readContents(folder);
  const fingerprint = toFingerprint(folder, contents);
  const tokens = readTokens(folder, contents);
  const session = await InferenceSession.create(contents.model, { executionProviders: ["wasm"] }).catch(
    toUnfit(folder),
  );
  try {
    const output = chooseOutput(session, folder);
    return {
      fingerprint,
      embed: (texts, use) => embed({ folder, session, tokens, output }, texts, use),
      release: () => session.release(),
    };
  } catch (error) {
    await session.release();
    throw error;
  }
}

/** A system without memory ends the whole process, so it is not tried there. Counts the limit of a container too. */
function assertRoom({ label, bytes }: ModelFolder): void {
  const needed = bytes * BYTES_PER_MODEL_BYTE + BYTES_OF_RUNTIME;
  const free = process.availableMemory();
  if (free < needed)
    throw new ProviderFailure("model_no_room", { folder: label, mb: toMb(needed), mbMax: toMb(free) });
}

/** What cannot be read, say for want of the right to, is told as what it is to whoever chose it: a bad file. */
async function read({ label }: ModelFolder, path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw new ProviderFailure("model_file_bad", { folder: label, file: basename(path) });
  });
}

const objectSchema = z.record(z.string(), z.unknown());

function readTokens({ label, tokensMax, padId }: ModelFolder, { tokenizer, settings }: Contents): Tokens {
  const parse = (bytes: Buffer) => objectSchema.parse(JSON.parse(bytes.toString("utf8")));
  try {
    const config = settings === null ? {} : parse(settings);
    return createTokens({ tokenizer: parse(tokenizer), config, tokensMax, padId });
  } catch {
    throw new ProviderFailure("model_file_bad", { folder: label, file: "tokenizer.json" });
  }
}

type Output = { readonly name: string; readonly isPooled: boolean };

function chooseOutput({ inputNames, outputNames }: InferenceSession, folder: ModelFolder): Output {
  const odd = inputNames.filter((name) => !KNOWN_INPUTS.has(name));
  if (odd.length > 0 || !inputNames.includes("input_ids"))
    throw unfit(folder, `inputs: ${inputNames.join(", ")}`);
  if (outputNames.includes(POOLED_OUTPUT)) return { name: POOLED_OUTPUT, isPooled: true };
  const name = TOKEN_OUTPUTS.find((known) => outputNames.includes(known));
  if (name === undefined) throw unfit(folder, `outputs: ${outputNames.join(", ")}`);
  if (folder.pooling === null) throw unfit(folder, "modules.json, 1_Pooling/config.json");
  return { name, isPooled: false };
}

type Ready = {
  readonly folder: ModelFolder;
  readonly session: InferenceSession;
  readonly tokens: Tokens;
  readonly output: Output;
};

async function embed(
  { folder, session, tokens, output }: Ready,
  texts: readonly string[],
  use: TextUse,
): Promise<readonly Float32Array[]> {
  const rows = texts.map((text) => tokens.encode(folder.prompts[use] + text));
  const width = Math.max(1, ...rows.map((row) => row.length));
  const given = toInputs(rows, { width, padId: tokens.padId });
  const inputs = Object.fromEntries(
    Object.entries(given).filter(([name]) => session.inputNames.includes(name)),
  );
  const found = (await session.run(inputs, [output.name]).catch(toUnfit(folder)))[output.name];
  const hidden = found?.dims.at(-1) ?? 0;
  const data = found?.data;
  const size = texts.length * hidden * (output.isPooled ? 1 : width);
  if (!(data instanceof Float32Array) || data.length !== size || hidden < 1 || hidden > DIMENSIONS_MAX)
    throw unfit(folder, `${output.name}: ${found?.type ?? "?"} [${found?.dims.join(", ") ?? ""}]`);
  const lengths = rows.map((row) => row.length);
  const vectors = output.isPooled
    ? splitVectors(data, hidden)
    : poolVectors({ data, width, hidden, lengths }, folder.pooling ?? "mean");
  return vectors.map((vector) => {
    if (vector === null) throw unfit(folder, `${output.name}: 0 / NaN`);
    return vector;
  });
}

type Batch = { readonly width: number; readonly padId: number };

function toInputs(rows: readonly (readonly number[])[], { width, padId }: Batch) {
  const ids = new BigInt64Array(rows.length * width).fill(BigInt(padId));
  const mask = new BigInt64Array(rows.length * width);
  for (const [row, tokens] of rows.entries())
    for (const [at, id] of tokens.entries()) {
      ids[row * width + at] = BigInt(id);
      mask[row * width + at] = 1n;
    }
  const dims = [rows.length, width];
  return {
    input_ids: new Tensor("int64", ids, dims),
    attention_mask: new Tensor("int64", mask, dims),
    token_type_ids: new Tensor("int64", new BigInt64Array(rows.length * width), dims),
  };
}

const unfit = ({ label }: ModelFolder, message: string): ProviderFailure =>
  new ProviderFailure("model_unfit", { folder: label, message: message.slice(0, MESSAGE_CHARS_MAX) });

/** What the runtime refuses is the model's fault. Where the runtime itself broke, its thread must end: nothing in it can be trusted. */
const toUnfit =
  (folder: ModelFolder) =>
  (error: unknown): never => {
    const isBroken = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    if (isBroken || !(error instanceof Error)) throw error;
    throw unfit(folder, error.message);
  };
