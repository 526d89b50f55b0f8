import type { TopicBus, TopicRelay } from "../live/topic-bus.ts";
import type { LiveEvent } from "./contract.ts";

/** What the readers of a conversation are told as it happens; the topic is the conversation's id. */
export type LiveBus = TopicBus<LiveEvent>;

export type LiveRelay = TopicRelay<LiveEvent>;
