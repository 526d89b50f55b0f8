import { AppError } from "../app-error.ts";
import { type Order, ThreadLost, workInThread } from "./work-in-thread.ts";

/**
 * The largest draft that can be written takes half a minute on two cores; a busy machine may take many times as long. The texts of
 * `learning_late` and `release_late` name it.
 */
const LEARNING_MS_MAX = 600_000;

type Lesson<Progress> = Omit<Order<Progress>, "msMax">;

/** Learns what bots and bases serve or somebody tries out. Rejects as `workInThread` does. */
export function learnInThread<Progress, Result>(lesson: Lesson<Progress>): Promise<Result> {
  return workInThread<Progress, Result>({ ...lesson, msMax: LEARNING_MS_MAX });
}

/**
 * Turns a loss into an `AppError` that says what to do: whoever wanted to bring something to customers has to know that it is not
 * there, and that nothing of theirs has changed. `wanted` is how the reasons begin.
 */
export async function sayWhyLost<Result>(
  wanted: "learning" | "release",
  learning: Promise<Result>,
): Promise<Result> {
  try {
    return await learning;
  } catch (error) {
    const why = error instanceof ThreadLost ? error.why : null;
    if (why === "late") throw new AppError("payload_too_large", { reason: `${wanted}_late` });
    if (why === "memory") throw new AppError("payload_too_large", { reason: `${wanted}_memory` });
    if (why === "stopped" || why === "killed") throw new AppError("busy", { reason: `${wanted}_stopped` });
    throw error;
  }
}
