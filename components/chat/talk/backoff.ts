/** How long to wait before try `attempt` (from 0): doubles up to the cap, spread by `chance` (0 to 1) so that a crowd does not return at once. */
export function backoffMs(attempt: number, chance: number, capMs = 30_000): number {
  const full = Math.min(capMs, 1000 * 2 ** Math.min(attempt, 10));
  return Math.round(full * (0.5 + chance * 0.5));
}
