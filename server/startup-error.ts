/** Something that only the person who starts the program can put right: shown as plain text, without a stack. */
export class StartupError extends Error {
  override readonly name = "StartupError";
}

export const isStartupError = (error: unknown): error is StartupError => error instanceof StartupError;
