import { LRUCache } from "lru-cache";
import { fingerprint } from "../../flows/preview/fingerprint.ts";
import type { LearnedPart } from "../../flows/preview/learned-part.ts";

/** Up to two megabytes of text each. What was forgotten is sent again. */
const PARTS_MAX = 16;

export type SentParts = {
  keep(scope: string, part: LearnedPart): void;
  /** By its print, as whoever sent it names it from then on. */
  find(scope: string, print: string): LearnedPart | undefined;
};

/**
 * What editors hold and have not saved, or hold of a version: sent once, it need not be sent again with every question. `scope` is the
 * bot, so that nobody is answered by what another shop wrote. The print is taken here: one that is claimed could name another's part.
 */
export function createSentParts(max = PARTS_MAX): SentParts {
  const parts = new LRUCache<string, LearnedPart>({ max });
  return {
    keep: (scope, part) => void parts.set(`${scope}/${fingerprint(part)}`, part),
    find: (scope, print) => parts.get(`${scope}/${print}`),
  };
}
