import type { Outputs } from "#components/trpc-client.ts";

export type Task = Outputs["knowledge"]["task"]["list"]["tasks"][number];

/** Where the thing itself is opened. */
export function toTaskHref({ baseId, subjectType, subjectId, facts }: Task) {
  switch (subjectType) {
    case "entry":
      return `/knowledge/${baseId}?entry=${subjectId}` as const;
    case "case":
      return `/knowledge/${baseId}?tab=cases&case=${subjectId}` as const;
    case "document":
      return `/knowledge/${baseId}?tab=documents&document=${subjectId}` as const;
    case "passage":
      return `/knowledge/${baseId}?tab=documents&document=${String(facts.documentId)}&passage=${subjectId}` as const;
  }
}
