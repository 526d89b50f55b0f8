import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVectorDatabase, type VectorDatabase } from "#e2e/support/vector-database.ts";
import type { Sql } from "../../db/connect.ts";
import { embeddedTexts } from "./embedded-texts.ts";
import { findNearest, type Matrix } from "./find-nearest.ts";
import { findNearestInDatabase, hasVectorExtension } from "./find-nearest-in-database.ts";
import { loadMatrix } from "./load-matrix.ts";

/** Two ways to the same passages: pgvector, where the database has it, and this process. */

const WORKSPACE = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b30";
const BASE = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b31";
const MODEL = "fake@64";
const PASSAGES = 300;
const DIMENSIONS = 64;

let db: VectorDatabase;
let matrix: Matrix;

beforeAll(async () => {
  db = await createVectorDatabase();
  const found = await seed(db.sql);
  if (found === null) throw new Error("the base has vectors");
  matrix = found;
});
afterAll(() => db.drop());

async function seed(sql: Sql): Promise<Matrix | null> {
  await sql`insert into workspace (id, name) values (${WORKSPACE}, '山茶家居')`;
  await sql`insert into knowledge_base (id, workspace_id, name) values (${BASE}, ${WORKSPACE}, '说明书')`;
  const [document] = await sql<{ id: string }[]>`
    insert into document (base_id, workspace_id, name, source, state, is_served, author_name)
    values (${BASE}, ${WORKSPACE}, '说明书.md', 'upload', 'ready', true, '小林') returning id`;
  await sql`
    insert into passage (document_id, base_id, workspace_id, key, position, title_path, text, place)
    select ${document?.id ?? ""}, ${BASE}, ${WORKSPACE}, 'k' || n, n, '{}', '第 ' || n || ' 段', '{}' from generate_series(1, ${PASSAGES}) n`;
  // The sine of many numbers is as good as chance, and the same at every run.
  await sql`
    insert into base_vector (base_id, workspace_id, model_key, hash, vector)
    select ${BASE}, ${WORKSPACE}, ${MODEL}, hash, array(select (v / sqrt(sum(v * v) over ()))::real
      from (select sin(n * 12.9898 + d * 78.233) as v, d from generate_series(1, ${DIMENSIONS}) d) raw order by d)
    from (select hash, row_number() over (order by id) as n from (${embeddedTexts(sql, BASE)}) said) texts`;
  return loadMatrix(sql, { baseId: BASE, modelKey: MODEL, kind: "passage" });
}

const toUnit = (values: readonly number[]) => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
};

test("the extension is seen", async () => {
  expect(await hasVectorExtension(db.sql)).toBe(true);
});

test("pgvector and this process find the same passages in the same order, and as near", async () => {
  const question = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    ...{ minLength: DIMENSIONS, maxLength: DIMENSIONS },
  });
  await fc.assert(
    fc.asyncProperty(
      question.filter((values) => Math.hypot(...values) > 0.1),
      async (values) => {
        const vector = toUnit(values);
        const here = await findNearest(matrix, vector);
        const there = await findNearestInDatabase(db.sql, { baseId: BASE, modelKey: MODEL, vector });
        expect(there).toHaveLength(PASSAGES);
        for (const [place, { id, likeness }] of there.entries()) {
          const own = here[place];
          expect(own?.likeness).toBeCloseTo(likeness, 5);
          // Two that are nearer to each other than single precision tells may change places.
          const isTie =
            Math.abs((here[place - 1]?.likeness ?? 2) - likeness) < 1e-5 ||
            Math.abs((here[place + 1]?.likeness ?? 2) - likeness) < 1e-5;
          if (!isTie) expect(own?.id).toBe(id);
        }
      },
    ),
    { numRuns: 25 },
  );
});

test("a document that is not served is found by neither", async () => {
  await db.sql`update document set is_served = false`;
  const vector = toUnit(Array.from({ length: DIMENSIONS }, () => 1));
  expect(await findNearestInDatabase(db.sql, { baseId: BASE, modelKey: MODEL, vector })).toEqual([]);
  expect(await loadMatrix(db.sql, { baseId: BASE, modelKey: MODEL, kind: "passage" })).toBeNull();
});
