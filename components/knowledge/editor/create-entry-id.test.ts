import { expect, test } from "vitest";
import { z } from "zod";
import { createEntryId } from "./create-entry-id.ts";

test("an id is one that the server takes, never the same, and later ones come after earlier ones", () => {
  const ids = [createEntryId(1_795_000_000_000), createEntryId(1_795_000_000_001), createEntryId()];
  for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true);
  expect(createEntryId(5)).not.toBe(createEntryId(5));
  expect(ids.slice(0, 2).sort()).toEqual(ids.slice(0, 2));
});
