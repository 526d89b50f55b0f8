/**
 * Named places where the chaos suite ends, freezes or breaks the process. `JIEDA_CRASH_POINT=name:action[:visit]` under
 * JIEDA_TEST=1; without it every call is one comparison.
 */
export const CRASH_POINTS = [
  "after-inbound-commit",
  "before-claim",
  "after-claim",
  "before-turn-commit",
  "after-turn-commit",
  "before-task",
  "during-task",
  "after-task-before-result-commit",
  "after-result-commit",
  "before-timer-commit",
  "before-answer",
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

type Plan = { readonly point: string; readonly action: "kill" | "freeze" | "throw"; readonly visit: number };

let plan: Plan | null = null;
let visits = 0;

/** Arms one crash point for the life of this process. Called by the start only, and only under JIEDA_TEST=1. */
export function armCrashPoint(source: string): void {
  const [point = "", action = "kill", visit = "1"] = source.split(":");
  if (action !== "kill" && action !== "freeze" && action !== "throw")
    throw new Error(`unknown crash action ${action}`);
  plan = { point, action, visit: Number(visit) };
}

export function crashPoint(point: CrashPoint): void {
  if (plan === null || plan.point !== point) return;
  visits += 1;
  if (visits !== plan.visit) return;
  if (plan.action === "throw") throw new Error(`crash point ${point}`);
  process.kill(process.pid, plan.action === "kill" ? "SIGKILL" : "SIGSTOP");
}
