import { expect, test } from "vitest";
import { hasNodeIcon } from "#components/ui/node-icon.tsx";
import { LOCALES } from "#flows/kernel/text.ts";
import { definitions } from "#flows/nodes/index.ts";
import { toNodeLook } from "./node-look.ts";

test.each(Object.keys(definitions))("the kind %s has an icon and a title in every language", (kind) => {
  for (const locale of LOCALES) {
    const look = toNodeLook(kind, locale);
    expect(look.title).not.toBe("");
    expect([look.icon, hasNodeIcon(look.icon)]).toEqual([look.icon, true]);
  }
});

test.each(["newer-kind", "constructor", "__proto__"])(
  "an unknown kind %s stays visible by its id",
  (kind) => {
    expect(toNodeLook(kind, "en").title).toBe(kind);
  },
);
