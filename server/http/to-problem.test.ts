import { expect, test } from "vitest";
import { AppError, ERROR_CODES } from "../app-error.ts";
import { listAccepted, toReaderLocale } from "./reader-locale.ts";
import { invalidRequest, toAppError, toProblem } from "./to-problem.ts";

const about = { locale: "zh-CN", requestId: "r-1" } as const;

test("says each failure in the reader's language with a stable code", () => {
  for (const code of Object.keys(ERROR_CODES) as (keyof typeof ERROR_CODES)[]) {
    const zh = toProblem(new AppError(code), about);
    const en = toProblem(new AppError(code), { ...about, locale: "en" });
    expect(zh.code).toBe(code);
    expect(zh.status).toBe(ERROR_CODES[code].status);
    expect(zh.detail).toMatch(/\p{Script=Han}/u);
    expect(en.detail).toMatch(/^[\x20-\x7e]+$/);
  }
});

test("names each wrong field and why, and cuts names that are absurdly long", () => {
  const error = invalidRequest([
    { field: "text", reason: "too_long" },
    { field: "x".repeat(5_000), reason: "unknown" },
  ]);
  const { fields } = toProblem(error, { ...about, locale: "en" });
  expect(fields?.[0]).toEqual({ field: "text", reason: "too_long", detail: "is too long or too large" });
  expect(fields?.[1]?.field).toHaveLength(100);
});

test("tells nothing of an unexpected failure but the request id", () => {
  const problem = toProblem(toAppError(new Error("password is hunter2")), about);
  expect(problem).toMatchObject({ code: "internal", status: 500, requestId: "r-1" });
  expect(JSON.stringify(problem)).not.toContain("hunter2");
});

test("says `busy`, not `internal`, while the database is away", () => {
  for (const code of ["ECONNREFUSED", "CONNECTION_CLOSED", "57P01", "53300", "08006"])
    expect(toAppError(Object.assign(new Error("x"), { code })).code).toBe("busy");
  expect(toAppError(Object.assign(new Error("x"), { code: "23505" })).code).toBe("internal");
});

test("reads the wanted languages by weight and survives headers that are no headers", () => {
  expect(listAccepted("fr-FR, en;q=0.8, zh-TW;q=0.9")).toEqual(["zh-CN", "en"]);
  expect(listAccepted("en;q=0, zh")).toEqual(["zh-CN"]);
  expect(toReaderLocale(undefined)).toBe("zh-CN");
  expect(toReaderLocale("fr")).toBe("en");
  expect(toReaderLocale(`${";,=q".repeat(10_000)}`)).toBe("en");
});
