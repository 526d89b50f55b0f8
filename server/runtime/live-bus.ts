import type { TopicRelay } from "../live/topic-bus.ts";
import type { LiveEvent } from "./contract.ts";

/** Carries what the readers of conversations are told to other processes; the topic is the conversation's id. */
export type LiveRelay = TopicRelay<LiveEvent>;
