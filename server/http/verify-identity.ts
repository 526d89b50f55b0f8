import { jwtVerify } from "jose";
import { z } from "zod";
import { AppError } from "../app-error.ts";

export type Identity = { readonly subject: string; readonly name: string | null };

/** A stolen identity must not work for ever; shops make one a page view. */
const LIFETIME_MAX_SECONDS = 24 * 60 * 60;
/** Clocks of shops are a little off. */
const CLOCK_TOLERANCE_SECONDS = 30;

const claimsSchema = z.object({
  sub: z.string().min(1).max(200),
  exp: z.number(),
  name: z.string().max(100).optional(),
});

/**
 * Who the shop says that the customer is. Refuses with `identity_invalid`, always alike: another algorithm than HS256, a
 * wrong signature, no `sub` or `exp`, an `exp` in the past or more than a day ahead.
 */
export async function verifyIdentity(token: string, secret: string, now: Date): Promise<Identity> {
  const claims = await readClaims(token, secret, now);
  const ahead = (claims?.exp ?? Number.POSITIVE_INFINITY) - now.getTime() / 1000;
  if (!claims || ahead > LIFETIME_MAX_SECONDS + CLOCK_TOLERANCE_SECONDS)
    throw new AppError("identity_invalid");
  return { subject: claims.sub, name: claims.name ?? null };
}

async function readClaims(
  token: string,
  secret: string,
  now: Date,
): Promise<z.infer<typeof claimsSchema> | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      requiredClaims: ["sub", "exp"],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    const claims = claimsSchema.safeParse(payload).data ?? null;
    // The database keeps neither NUL nor half a character.
    return claims &&
      [claims.sub, claims.name ?? ""].every((text) => text.isWellFormed() && !text.includes("\0"))
      ? claims
      : null;
  } catch {
    return null;
  }
}
