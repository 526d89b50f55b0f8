export type ReleaseProgress = {
  /** From 0 to 1, of the learning; it takes nearly all of the time. */
  readonly share: number;
  readonly startedAt: number;
};

/** Releases that this process is making, by base. A page that asks another process is told nothing, and only waits. */
const running = new Map<string, ReleaseProgress>();

/** Null while one is being made already. */
export function startProgress(baseId: string) {
  if (running.has(baseId)) return null;
  const startedAt = Date.now();
  running.set(baseId, { share: 0, startedAt });
  return {
    set: (share: number): void => void running.set(baseId, { share, startedAt }),
    end: (): void => void running.delete(baseId),
  };
}

export function findProgress(baseId: string): ReleaseProgress | null {
  return running.get(baseId) ?? null;
}
