import { expect, test } from "vitest";
import { z } from "zod";
import { createId } from "./create-id.ts";

test("an id is one that the server takes, never the same, and later ones come after earlier ones", () => {
  const ids = [createId(1_795_000_000_000), createId(1_795_000_000_001), createId()];
  for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true);
  expect(createId(5)).not.toBe(createId(5));
  expect(ids.slice(0, 2).sort()).toEqual(ids.slice(0, 2));
});
