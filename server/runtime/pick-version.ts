import { createHash } from "node:crypto";
import type { GrayAudience } from "../../drizzle/schema/release.ts";

/** A new version that only some customers get. */
export type OpenGrayRelease = {
  readonly id: string;
  readonly versionId: string;
  readonly audience: GrayAudience;
};

type Visitor = { readonly contactKey: string; readonly channel: string };

/** `no` and `yes` whoever the contact is; `with-tag` only when it bears one of the tags, which the database knows. */
export type GrayDecision = "no" | "yes" | "with-tag";

/**
 * Whether a new talk runs on the gray version. One customer always gets the same answer while one release runs, and a larger
 * share only adds customers: everybody has a fixed place between 0 and 100 in each release.
 */
export function decideGray({ id, audience }: OpenGrayRelease, visitor: Visitor): GrayDecision {
  if (audience.allowList.includes(visitor.contactKey)) return "yes";
  if (audience.channels.length > 0 && !audience.channels.includes(visitor.channel)) return "no";
  if (placeOf(id, visitor.contactKey) >= audience.percent) return "no";
  return audience.tags.length > 0 ? "with-tag" : "yes";
}

const PLACES = 2 ** 32;

function placeOf(releaseId: string, contactKey: string): number {
  const digest = createHash("sha256").update(`${releaseId}\n${contactKey}`).digest();
  return (digest.readUInt32BE(0) / PLACES) * 100;
}
