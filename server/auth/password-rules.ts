import { z } from "zod";

const PASSWORD_MIN_CHARS = 10;
/** scrypt hashes any length, but a longer one only serves to keep the server busy. */
const PASSWORD_MAX_CHARS = 128;

/**
 * Roots of the passwords that lists of breached accounts, Chinese and Western, hold most often. The whole list would need a
 * network call at the worst moment; a password that is one of these plus digits is found by any guesser within its first tries.
 */
const COMMON_ROOTS = [
  "password",
  "passw0rd",
  "p@ssw0rd",
  "qwerty",
  "qwertyuiop",
  "asdfgh",
  "asdfghjkl",
  "zxcvbn",
  "zxcvbnm",
  "1q2w3e4r",
  "1qaz2wsx",
  "q1w2e3r4",
  "qazwsx",
  "iloveyou",
  "letmein",
  "welcome",
  "admin",
  "administrator",
  "root",
  "monkey",
  "dragon",
  "football",
  "baseball",
  "sunshine",
  "princess",
  "superman",
  "batman",
  "trustno1",
  "abc",
  "abcd",
  "abcdef",
  "aa",
  "a",
  "woaini",
  "wodemima",
  "mima",
  "nihao",
  "zhongguo",
  "beijing",
  "shanghai",
  "aini",
  "wangyi",
  "taobao",
  "tencent",
  "qq",
  "wechat",
  "weixin",
  "jieda",
  "secret",
  "changeme",
  "default",
  "test",
  "guest",
  "login",
  "master",
  "hello",
  "hello world",
  "china",
  "love",
  "asd",
  "qwe",
  "zxc",
] as const;

export type PasswordProblem = "too_short" | "too_long" | "too_common" | "too_simple" | "like_email";

/** Null when the password may be used. Length counts, not a mix of signs (NIST SP 800-63B). */
export function findPasswordProblem(password: string, email: string): PasswordProblem | null {
  if ([...password].length < PASSWORD_MIN_CHARS) return "too_short";
  if (password.length > PASSWORD_MAX_CHARS) return "too_long";
  if (new Set(password).size < 5) return "too_simple";
  if (isSequence(password)) return "too_simple";
  const lower = password.toLowerCase();
  const local = email.toLowerCase().split("@")[0] ?? "";
  if (local.length >= 4 && lower.includes(local)) return "like_email";
  const root = lower.replace(/[^\p{L}@ ]+$/u, "").replace(/^[^\p{L}@ ]+/u, "");
  const known: readonly string[] = COMMON_ROOTS;
  if (known.includes(root) || known.includes(lower) || known.includes(lower.replace(/[\d\W_]+$/, "")))
    return "too_common";
  return /^\d+$/.test(password) ? "too_simple" : null;
}

/** Each sign follows its neighbour: 1234567890, abcdefghij, and backwards. */
function isSequence(password: string): boolean {
  const codes = [...password].map((char) => char.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1;
}

/** The shape only; `findPasswordProblem` judges. */
export const passwordSchema = z
  .string()
  .min(1)
  .max(PASSWORD_MAX_CHARS * 4);

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const personNameSchema = z.string().trim().min(1).max(80);
