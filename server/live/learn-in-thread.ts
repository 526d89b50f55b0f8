import { AppError } from "../app-error.ts";
import { ThreadLost, workInThread } from "./work-in-thread.ts";

type Lesson<Progress> = {
  readonly file: URL;
  readonly data: unknown;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};

/**
 * The largest draft that can be written takes half a minute on two cores; a busy machine may take many times as long. The texts of
 * `learning_late` name it.
 */
const LEARNING_MS_MAX = 600_000;

/**
 * Learns what somebody wants to publish. What cannot be learned, in ten minutes or in the memory that there is, is an `AppError`
 * that says what to do: its author has to know, and nothing of theirs has changed.
 */
export async function learnInThread<Progress, Result>(
  lesson: Lesson<Progress>,
  msMax = LEARNING_MS_MAX,
): Promise<Result> {
  try {
    return await workInThread<Progress, Result>({ ...lesson, msMax });
  } catch (error) {
    const why = error instanceof ThreadLost ? error.why : null;
    if (why === "late") throw new AppError("payload_too_large", { reason: "learning_late" });
    if (why === "memory") throw new AppError("payload_too_large", { reason: "learning_memory" });
    throw error;
  }
}
