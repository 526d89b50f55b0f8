/** What `/auth` of the server answers; `code` is ours or the sign-in library's. */
export type AuthAnswer =
  | { readonly type: "done"; readonly body: Readonly<Record<string, unknown>> }
  | {
      readonly type: "failed";
      readonly status: number;
      readonly code: string;
      readonly reason: string | null;
    };

type AuthPath =
  | "sign-in/email"
  | "sign-out"
  | "change-password"
  | "two-factor/enable"
  | "two-factor/disable"
  | "two-factor/verify-totp"
  | "two-factor/verify-backup-code";

/** Calls one of the account endpoints; the session travels as a cookie that no script can read. Never throws. */
export async function callAuth(
  path: AuthPath,
  body: Readonly<Record<string, unknown>> = {},
): Promise<AuthAnswer> {
  try {
    const response = await fetch(`/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const json = toObject(await response.json().catch(() => null));
    if (response.ok) return { type: "done", body: json };
    return {
      type: "failed",
      status: response.status,
      code: String(json.code ?? "internal"),
      reason: typeof json.reason === "string" ? json.reason : null,
    };
  } catch {
    return { type: "failed", status: 0, code: "offline", reason: null };
  }
}

const toObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {};
