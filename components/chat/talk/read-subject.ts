import * as z from "zod/mini";

const claims = z.object({ sub: z.string() });

/** Whom a signed identity speaks of, unverified: good enough to keep two people's talks apart in one browser, for nothing else. */
export function readSubject(jwt: string | null): string | null {
  const payload = jwt?.split(".")[1];
  if (!payload) return null;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
    return claims.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data?.sub ?? null;
  } catch {
    return null;
  }
}
