import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { envSchema, loadAuthSecret, parseEnv } from "./env.ts";

const problemsOf = (source: Record<string, string>) => {
  const result = parseEnv(source);
  return result.type === "invalid" ? result.problems : [];
};

test("an empty environment is valid and means one process with a database of its own", () => {
  const result = parseEnv({});
  expect(result.type === "valid" && result.value).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    JIEDA_ROLE: "all",
  });
  expect(result.type === "valid" && result.value.DATABASE_URL).toBeUndefined();
});

test("an empty value counts as absent", () => {
  expect(problemsOf({ PORT: "", DATABASE_URL: " " })).toEqual([]);
});

test.each([
  ["PORT", "70000", "port number"],
  ["PORT", "3000x", "port number"],
  ["HOST", "example.com", "address"],
  ["PUBLIC_URL", "help.example.com", "https://"],
  ["PUBLIC_URL", "javascript:alert(1)", "https://"],
  ["DATABASE_URL", "mysql://localhost/x", "postgres://"],
  ["REDIS_URL", "localhost:6379", "redis://"],
  ["JIEDA_ROLE", "both", "all, web or worker"],
  ["LOG_LEVEL", "loud", "info"],
  ["EGRESS_ALLOW_CIDR", "10.0.0.0/8, intranet", "address ranges"],
  ["TRUST_PROXY", "true", "number of reverse proxies"],
])("%s=%s is refused by name with what would be right", (name, value, hint) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name} `));
  expect(problems[0]).toContain(hint);
});

test("all wrong variables are named at once", () => {
  expect(problemsOf({ PORT: "no", LOG_LEVEL: "no", TRUST_PROXY: "no" })).toHaveLength(3);
});

test("a role of its own needs a database of its own", () => {
  expect(problemsOf({ JIEDA_ROLE: "worker" })[0]).toContain("DATABASE_URL");
  expect(problemsOf({ JIEDA_ROLE: "worker", DATABASE_URL: "postgres://a:b@localhost/c" })).toEqual([]);
});

test.each([
  "short",
  "changeme-changeme-changeme-changeme",
  "0101010101010101010101010101010101010101",
  "a".repeat(64),
])("the weak secret %s is refused", (secret) => {
  expect(problemsOf({ AUTH_SECRET: secret })[0]).toMatch(/^AUTH_SECRET .*openssl rand/);
});

test("the generated secret is kept, strong, and closed to other users", () => {
  const folder = mkdtempSync(join(tmpdir(), "jieda-secret-"));
  const secret = loadAuthSecret(folder);
  expect(loadAuthSecret(folder)).toBe(secret);
  expect(problemsOf({ AUTH_SECRET: secret })).toEqual([]);
  expect(statSync(join(folder, "auth-secret")).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});

test(".env.example documents exactly the variables that are read", () => {
  const text = readFileSync(resolve(import.meta.dirname, "../.env.example"), "utf8");
  const documented = [...text.matchAll(/^# ([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  expect(documented.sort()).toEqual(Object.keys(envSchema.shape).sort());
});
