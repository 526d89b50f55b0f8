export type LockFacts = { readonly pid: number; readonly url?: string; readonly doing?: string };
export type InstanceLock = {
  /** Adds to what askers are told. */
  tell(more: Omit<Partial<LockFacts>, "pid">): void;
  release(): Promise<void>;
};

export function takeLock(name: string, facts?: Omit<LockFacts, "pid">): Promise<InstanceLock | null>;
export function askHolder(name: string): Promise<LockFacts | null>;
export function withLock<T>(
  options: { readonly name: string; readonly waitMs: number },
  work: () => Promise<T>,
): Promise<T>;
