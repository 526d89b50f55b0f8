import type { Text } from "#flows/kernel/text.ts";

/** The same target with another text; without one the shipped sentence is said. */
export function withText<Target extends { text?: Text | undefined }>(
  target: Target,
  text: Text | undefined,
): Target {
  if (text !== undefined) return { ...target, text };
  const { text: _before, ...rest } = target;
  // Only the optional text is missing.
  return rest as Target;
}
