import type { RateRule } from "./rate-limiter.ts";
import type { StreamLimits } from "./sse/stream-hub.ts";

/** How much one caller may take. Tests and benches raise them; the product runs with `DEFAULT_LIMITS`. */
export type Limits = {
  readonly messagesPerConversation: RateRule;
  /** Typing, read marks, ratings, history: cheap each, but nobody needs hundreds a minute. */
  readonly callsPerConversation: RateRule;
  readonly filesPerConversation: RateRule;
  /** An office behind one address starts several talks at once; a script that starts hundreds is stopped. */
  readonly startsPerAddress: RateRule;
  readonly startsPerBot: RateRule;
  readonly callsPerAddress: RateRule;
  readonly streams: StreamLimits;
};

export const DEFAULT_LIMITS: Limits = {
  messagesPerConversation: { name: "message", max: 20, perSeconds: 60 },
  callsPerConversation: { name: "call", max: 240, perSeconds: 60 },
  filesPerConversation: { name: "file", max: 10, perSeconds: 60 },
  startsPerAddress: { name: "start", max: 30, perSeconds: 60 },
  startsPerBot: { name: "bot", max: 1_200, perSeconds: 60 },
  callsPerAddress: { name: "address", max: 1_200, perSeconds: 60 },
  streams: { perConversation: 8, perAddress: 200 },
};
