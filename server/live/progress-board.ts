export type ProgressBoard<Progress> = {
  /** Null while work on the same key is under way already: it is told of by whoever came first. */
  start(key: string, first: Progress): ProgressHand<Progress> | null;
  find(key: string): Progress | null;
};

export type ProgressHand<Progress> = { set(progress: Progress): void; end(): void };

/** How far the work of this process is, by what it is about. Other processes know nothing of it, unless they are told. */
export function createProgressBoard<Progress>(): ProgressBoard<Progress> {
  const running = new Map<string, Progress>();
  return {
    start: (key, first) => {
      if (running.has(key)) return null;
      running.set(key, first);
      return {
        set: (progress) => void running.set(key, progress),
        end: () => void running.delete(key),
      };
    },
    find: (key) => running.get(key) ?? null,
  };
}
