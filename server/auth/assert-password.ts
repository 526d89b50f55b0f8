import { AppError } from "#server/app-error.ts";
import { findPasswordProblem } from "./password-rules.ts";

export function assertPassword(password: string, email: string): void {
  const problem = findPasswordProblem(password, email);
  if (problem) throw new AppError("invalid_request", { field: "password", reason: problem });
}
