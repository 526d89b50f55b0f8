import type { Fact } from "./use-decisions.ts";

export type Difference = {
  readonly predicate: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
};

type Side = { readonly entityId: string; readonly facts: readonly Fact[] };

/** Attributes of which two things say something else: who merges them should know that both will be said. */
export function findDifferences(ours: Side, theirs: Side): readonly Difference[] {
  const other = toValues(theirs);
  return [...toValues(ours)].flatMap(([predicate, values]) => {
    const others = other.get(predicate);
    const isSame =
      others === undefined ||
      (values.length === others.length && values.every((value) => others.includes(value)));
    return isSame ? [] : [{ predicate, ours: values, theirs: others }];
  });
}

function toValues({ entityId, facts }: Side): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const { subjectId, state, predicate, objectName, value } of facts) {
    if (subjectId !== entityId || state !== "accepted") continue;
    const said = (objectName ?? value ?? "").normalize("NFKC").trim();
    values.set(predicate, [...new Set([...(values.get(predicate) ?? []), said])]);
  }
  return values;
}
