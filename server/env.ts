import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ipaddr from "ipaddr.js";
import { z } from "zod";

const ROOT = resolve(import.meta.dirname, "..");

/** Secrets that people copy from examples; a session signed with one of them is signed by everybody. */
const KNOWN_SECRETS = [
  "changeme",
  "change-me",
  "secret",
  "password",
  "jieda",
  "better-auth-secret",
  "your-secret",
];
const SECRET_MIN_CHARS = 32;
/** Fewer distinct characters than this in 32 is a pattern such as "aaaa…" or "01010101…", not a random value. */
const SECRET_DISTINCT_MIN = 10;

const isUrlOf = (protocols: readonly string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

const isStrongSecret = (value: string) =>
  value.length >= SECRET_MIN_CHARS &&
  new Set(value).size >= SECRET_DISTINCT_MIN &&
  !KNOWN_SECRETS.some((known) => value.toLowerCase().includes(known));

const wholeNumber = (limits: { readonly min: number; readonly max: number; readonly what: string }) =>
  z
    .string()
    .regex(/^\d+$/, limits.what)
    .transform(Number)
    .refine((value) => value >= limits.min && value <= limits.max, limits.what);

const cidrList = z
  .string()
  .transform((value) =>
    value
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine(
    (parts) => parts.every((part) => ipaddr.isValidCIDR(part)),
    "must be address ranges separated by commas, such as 10.0.0.0/8,192.168.1.0/24",
  );

/** Every variable that the program reads. `.env.example` documents the same list (a test compares the two). */
export const envSchema = z.object({
  PORT: wholeNumber({ min: 1, max: 65_535, what: "must be a port number from 1 to 65535" }).default(3000),
  HOST: z
    .string()
    .refine(
      (value) => value === "localhost" || ipaddr.isValid(value),
      "must be an address such as 127.0.0.1 or 0.0.0.0",
    )
    .default("127.0.0.1"),
  PUBLIC_URL: z
    .string()
    .refine(isUrlOf(["http:", "https:"]), "must be a full address such as https://help.example.com")
    .transform((value) => value.replace(/\/+$/, ""))
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isUrlOf(["postgres:", "postgresql:"]),
      "must look like postgres://user:password@host:5432/database",
    )
    .optional(),
  REDIS_URL: z
    .string()
    .refine(
      isUrlOf(["redis:", "rediss:"]),
      "must look like redis://host:6379 or rediss://user:password@host:6379",
    )
    .optional(),
  JIEDA_ROLE: z.enum(["all", "web", "worker"], "must be all, web or worker").default("all"),
  DATA_DIR: z
    .string()
    .default(".data")
    .transform((value) => resolve(ROOT, value)),
  EMBEDDING_MODELS_DIR: z
    .string()
    .transform((value) => resolve(ROOT, value))
    .optional(),
  AUTH_SECRET: z
    .string()
    .refine(
      isStrongSecret,
      `must be a random value of at least ${SECRET_MIN_CHARS} characters, such as the output of: openssl rand -base64 32 (or leave it out: one is made and kept in the data folder)`,
    )
    .optional(),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be fatal, error, warn, info, debug, trace or silent",
    )
    .default("info"),
  NODE_ENV: z
    .enum(["development", "production", "test"], "must be development, production or test")
    .default("production"),
  EGRESS_ALLOW_CIDR: cidrList.default([]),
  TRUST_PROXY: wholeNumber({
    min: 0,
    max: 10,
    what: "must be the number of reverse proxies in front, from 0 to 10",
  }).default(0),
  METRICS_TOKEN: z
    .string()
    .min(16, "must be at least 16 characters: who knows it may read /metrics from elsewhere")
    .optional(),
  JIEDA_TEST: z.enum(["0", "1"], "must be 0 or 1").default("0"),
  JIEDA_CRASH_POINT: z.string().optional(),
});

type ParsedEnv = z.infer<typeof envSchema>;
export type Env = Omit<
  ParsedEnv,
  "PUBLIC_URL" | "EMBEDDING_MODELS_DIR" | "AUTH_SECRET" | "JIEDA_CRASH_POINT" | "JIEDA_TEST"
> & {
  readonly PUBLIC_URL: string;
  readonly EMBEDDING_MODELS_DIR: string;
  readonly AUTH_SECRET: string;
  readonly JIEDA_TEST: boolean;
  /** Null unless the process runs under JIEDA_TEST=1: a crash point can never fire in production. */
  readonly JIEDA_CRASH_POINT: string | null;
};
export type EnvResult =
  | { readonly type: "valid"; readonly value: ParsedEnv }
  | { readonly type: "invalid"; readonly problems: readonly string[] };

/** Checks all variables at once; each problem names the variable and what would be right. An empty value counts as absent. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): EnvResult {
  const given = Object.fromEntries(
    Object.keys(envSchema.shape)
      .map((name) => [name, source[name]?.trim()])
      .filter(([, value]) => value),
  );
  const parsed = envSchema.safeParse(given);
  const problems = parsed.success
    ? crossProblems(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  return parsed.success && problems.length === 0
    ? { type: "valid", value: parsed.data }
    : { type: "invalid", problems };
}

/** A lone role shares its database with other processes; the embedded one belongs to a single process. */
function crossProblems(value: ParsedEnv): readonly string[] {
  if (value.JIEDA_ROLE === "all" || value.DATABASE_URL) return [];
  return [
    `DATABASE_URL must be set when JIEDA_ROLE is ${value.JIEDA_ROLE}: the built-in database serves one process only (JIEDA_ROLE=all)`,
  ];
}

/** Returns the secret kept in the data folder and makes it at the first start; only the owner may read the file. */
export function loadAuthSecret(dataDir: string): string {
  const file = join(dataDir, "auth-secret");
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    try {
      // `wx`: of two processes that start at once the second must not overwrite what the first already uses.
      writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if (!existsSync(file)) throw error;
    }
  }
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8").trim();
}

function readEnvironment(): Env {
  const file = join(ROOT, ".env");
  if (existsSync(file) && !process.env.VITEST) process.loadEnvFile(file);
  const result = parseEnv(process.env);
  if (result.type === "invalid") {
    console.error(
      [
        "Jieda cannot start: the environment is not right.",
        ...result.problems.map((problem) => `  ${problem}`),
      ].join("\n"),
    );
    process.exit(1);
  }
  const { value } = result;
  const isTest = value.JIEDA_TEST === "1";
  return {
    ...value,
    PUBLIC_URL: value.PUBLIC_URL ?? `http://localhost:${value.PORT}`,
    EMBEDDING_MODELS_DIR: value.EMBEDDING_MODELS_DIR ?? join(value.DATA_DIR, "models"),
    AUTH_SECRET: value.AUTH_SECRET ?? loadAuthSecret(value.DATA_DIR),
    JIEDA_TEST: isTest,
    JIEDA_CRASH_POINT: isTest ? (value.JIEDA_CRASH_POINT ?? null) : null,
  };
}

/** The only reader of process.env in the product. */
export const env: Env = readEnvironment();
