export function runProgram(
  command: string,
  args: readonly string[],
  options?: { readonly echo?: boolean; readonly env?: NodeJS.Dict<string>; readonly limitMs?: number },
): Promise<{ readonly code: number; readonly output: string; readonly ms: number }>;
