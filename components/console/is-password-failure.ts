const REASONS = ["too_short", "too_long", "too_common", "too_simple", "like_email"];

/** Whether the password is what has to change, so that the reason stands at its field. */
export const isPasswordFailure = (failure: { readonly reason?: string | null } | null): boolean =>
  REASONS.includes(failure?.reason ?? "");
